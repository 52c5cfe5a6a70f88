import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { isPressed } from "../../session/beside.js";

// A line of the reader for which the cells' thread waits, held: the keeper hears it and wakes that thread.

/** Where the numbers that both threads share tell of the wait. */
const wait = 2;

const state = { waiting: 1, woken: 2 } as const;

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
  if (isPressed(shared)) return undefined; // or a loop that catches the end would ask again
  Atomics.store(shared, wait, state.waiting);
  ask();
  Atomics.wait(shared, wait, state.waiting);
  return receiveMessageOnPort(lines)?.message as Line | undefined;
}

/** Gives the line to the thread that waits, from another one. */
export function giveLine(shared: Int32Array, lines: MessagePort, line: Line): void {
  lines.postMessage(line);
  wakeLine(shared);
}

/** Ends the wait from another thread. */
export function wakeLine(shared: Int32Array): void {
  if (Atomics.compareExchange(shared, wait, state.waiting, state.woken) !== state.waiting) return;
  Atomics.notify(shared, wait);
}
