import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";

// A line of the reader for which the cells' thread waits, held: the keeper hears it and wakes that thread.

/** Where the numbers that both threads share tell of the wait, and of an interrupt that has not done its work yet. */
const [wait, ending] = [2, 3];

const state = { waiting: 1, woken: 2 } as const;

/** How many numbers the two threads share; the first ones are those of `question.ts`. */
export const sharedNumbers = 4;

/** What the reader has answered, or why nobody was asked. */
export type Line = { value: string } | { reason: string };

/**
 * Waits for the line that `ask` asks for.
 *
 * @returns nothing if an interrupt came before
 */
export function awaitLine(
  shared: Int32Array,
  lines: MessagePort,
  ask: () => void,
): Line | undefined {
  while (receiveMessageOnPort(lines)); // answers that came too late
  if (Atomics.load(shared, ending)) return undefined; // or a loop that catches the end would ask again
  Atomics.store(shared, wait, state.waiting);
  ask();
  Atomics.wait(shared, wait, state.waiting);
  return receiveMessageOnPort(lines)?.message as Line | undefined;
}

/** Gives the line to the thread that waits, from another one. */
export function giveLine(shared: Int32Array, lines: MessagePort, line: Line): void {
  lines.postMessage(line);
  wake(shared);
}

/** Ends the wait from another thread, and lets none begin until `restLine`. */
export function interruptLine(shared: Int32Array): void {
  Atomics.store(shared, ending, 1);
  wake(shared);
}

export function restLine(shared: Int32Array): void {
  Atomics.store(shared, ending, 0);
}

function wake(shared: Int32Array): void {
  if (Atomics.compareExchange(shared, wait, state.waiting, state.woken) !== state.waiting) return;
  Atomics.notify(shared, wait);
}
