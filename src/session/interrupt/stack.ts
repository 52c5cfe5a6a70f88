import { isMachinery, isOfPackage } from "../machinery.js";
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
  const readers = areReaders(frames);
  const lowest = readers.lastIndexOf(true);
  if (lowest < 0) return "leave";
  const below = frames.slice(lowest + 1);
  const guards = below.some(({ url }) => url === guardName);
  const runner = below.find(({ name }) => [...listRunners, ...jobRunners].includes(name));
  if (!guards && runner && listRunners.includes(runner.name)) return "wait";
  if (!readers[0]) return "step out";
  return guards ? "end at guard" : "end job";
}

/**
 * Which frames are the reader's: none of Node or of this machinery, nor of a package that works for it, a parser say, whose
 * end would be that of the machinery. Packages that it calls for the reader stand above a guard.
 */
function areReaders(frames: Frame[]): boolean[] {
  const isGuarded = frames.some(({ url }) => url === guardName);
  let isOurs = false;
  return frames.reduceRight<boolean[]>((inner, { url }) => {
    if (url.startsWith("node:")) return [false, ...inner];
    isOurs = isMachinery(url) || (isOurs && !isGuarded && isOfPackage(url));
    return [!isOurs, ...inner];
  }, []);
}
