import { isMachinery } from "./frames.js";
import { guardName } from "./guard.js";

/** A function that the main thread is in, as the inspector tells it. */
export interface Frame {
  name: string;
  /** Of the file or script that it stands in; empty for code that a text was evaluated as. */
  url: string;
}

/**
 * What may be done to the code that a stack shows.
 *
 * - `leave`: none of it is the reader's
 * - `step out`: it is in a function of Node or of this machinery, which has to come to its end
 * - `end at guard`: a guard stands below all of the reader's code
 * - `end job`: it is one of V8's queue of jobs, or what Node has called once and has nothing to do after
 * - `wait`: Node has called it from a list, without a guard, and would not go on with the list after an end
 */
export type Treatment = "leave" | "step out" | "end at guard" | "end job" | "wait";

/** The functions of Node that go through a list of what they call. */
const listRunners = ["processImmediate", "listOnTimeout"];

/** Those that empty the queues of jobs, also between two entries of such a list: they begin anew where they were ended. */
const jobRunners = ["processTicksAndRejections", "runNextTicks"];

/** @param frames the innermost first */
export function treatment(frames: Frame[]): Treatment {
  const lowest = frames.map(isReaders).lastIndexOf(true);
  if (lowest < 0) return "leave";
  const below = frames.slice(lowest + 1);
  const guards = below.some(({ url }) => url === guardName);
  const runner = below.find(({ name }) => [...listRunners, ...jobRunners].includes(name));
  if (!guards && runner && listRunners.includes(runner.name)) return "wait";
  if (!isReaders(frames[0])) return "step out";
  return guards ? "end at guard" : "end job";
}

function isReaders({ url }: Frame): boolean {
  return !url.startsWith("node:") && !isMachinery(url);
}
