import vm from "node:vm";
import { endingPlace, isEnding, sharedNumbers } from "./presses.js";

// Jobs and ticks that each set the next let the loop of events never come round, and are too short to be met at work.

/** Jobs that begin while code is being ended and are no chain without end: what the session itself has to do are fewer. */
const most = 1000;

/** The frame in which a job of a chain waits for its end: it counts as the reader's. */
const heldName = "rederive:held";

type Hold = (shared: Int32Array, place: number, press: number) => void;

const hold = new vm.Script(
  `(shared, place, press) => { while (Atomics.wait(shared, place, press, 20) === "timed-out"); }`,
  { filename: heldName },
).runInThisContext() as Hold;

let shared: Int32Array = new Int32Array(new SharedArrayBuffer(4 * sharedNumbers));
let begun = 0;

/** Lets interrupts end chains. */
export function endChains(numbers: Int32Array): void {
  shared = numbers;
}

/** Whether the job or tick that begins is of a chain without end, and has to be its last: what follows is counted anew. */
export function isEndless(): boolean {
  begun = isEnding(shared) ? begun + 1 : 0;
  if (begun <= most) return false;
  begun = 0;
  return true;
}

/** Holds a job that begins in such a chain, where the thread that ends code finds it: its end is that of the whole queue. */
export function beginJob(): void {
  if (isEndless()) hold(shared, endingPlace, Atomics.load(shared, endingPlace));
}
