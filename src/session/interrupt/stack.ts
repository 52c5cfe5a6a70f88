import { isMachinery, isOfPackage, isTool } from "../machinery.js";
import { apartName, guardName } from "./guard.js";
import { messageName } from "./look.js";
import type { Place } from "./meetings.js";
import { roundName } from "./round.js";

/** A function that the main thread is in. */
export interface Frame {
  name: string;
  /** Of the file or script that it stands in. */
  url: string;
}

/** The same with the place of what it calls. */
export type PlacedFrame = Frame & Place;

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

/** @param all the innermost first */
export function treatment(all: Frame[]): Treatment {
  const frames = downToApart(all);
  const readers = areReaders(frames);
  const lowest = readers.lastIndexOf(true);
  if (lowest < 0) return "leave";
  const below = frames.slice(lowest + 1);
  const guards = below.some(isGuard);
  const runner = below.find(({ name }) => [...listRunners, ...jobRunners].includes(name));
  if (!guards && runner && listRunners.includes(runner.name)) return "wait";
  if (!readers[0]) return "step out";
  return guards ? "end at guard" : "end job";
}

const isGuard = ({ url }: Frame) => url === guardName || url === apartName;

/** What stands below a guard apart goes on: it does not matter whose it is. */
function downToApart(frames: Frame[]): Frame[] {
  const apart = frames.findIndex(({ url }) => url === apartName);
  return apart < 0 ? frames : frames.slice(0, apart + 1);
}

/** Where the reader's code is that is to be met when the functions of Node that it has called have ended. */
export function meetingPlace(frames: PlacedFrame[]): Place | undefined {
  return frames[areReaders(frames).indexOf(true)];
}

const frameLine =
  /^(?<hash>[0-9a-f]*) +(?:at )?(?:new )?(?:(?<name>.*?) \()?(?<url>.*):(?:(?<line>\d+):(?<column>\d+)|0x[0-9a-f]+)\)?$/;

/** Reads the stack that a look gives: functions of V8 itself, and what awaits them, are none; nor is the look,
 * nor what a round of a loop calls for it. */
export function framesOf(stack: string): PlacedFrame[] {
  const frames = stack.split("\n").flatMap((line) => {
    const { hash, name = "", url, ...at } = frameLine.exec(line)?.groups ?? {};
    if (url === undefined || url === roundName) return [];
    if (/^async /.test(name) || url.startsWith("async ")) return [];
    const own = name.replace(/ \[as .*\]$/, "").replace(/^.*\./, "");
    return { hash, name: own, url, line: Number(at.line ?? 1), column: Number(at.column ?? 1) };
  });
  return frames.slice(frames.map(({ url }) => url).lastIndexOf(messageName) + 1);
}

/** Whether a stack was read while another was being written: V8 writes it itself then. */
export function isWritingStack(stack: string): boolean {
  return stack.startsWith("Error");
}

/**
 * Which frames are the reader's: none of Node or of this machinery, nor of a package that works for it, a parser say, whose
 * end would be that of the machinery. Packages that it calls for the reader stand above a guard, and so do its own tools
 * where a cell asks for their work: in `jupyter.restore()`, or when it requires TypeScript.
 */
function areReaders(frames: Frame[]): boolean[] {
  const isGuarded = frames.some(isGuard);
  const readers: boolean[] = [];
  let isOurs = false;
  // From the outermost on, and in one pass: a recursion has ten thousand frames.
  for (const { url } of [...frames].reverse()) {
    if (!url.startsWith("node:"))
      isOurs = isMachinery(url) || (isOurs && (isTool(url) || (!isGuarded && isOfPackage(url))));
    readers.push(!url.startsWith("node:") && !isOurs);
  }
  return readers.reverse();
}
