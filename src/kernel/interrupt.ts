/** Time in which the cells' thread answers after a signal unless code holds it, in milliseconds. */
const patience = 400;

export interface Interrupter {
  /** Ends what the cells' thread is doing; an idle one is left alone. */
  interrupt(): void;
  /** Tells that the cells' thread has answered a ping or a request: nothing holds it. */
  answered(): void;
}

/**
 * Interrupts a cell in two steps: a signal, which ends a wait and the part of a cell before its first `await`; and,
 * if the thread is still held, the end of whatever code holds it, with the signal again for the cell that awaits it.
 */
export function createInterrupter(parts: {
  /** Whether a cell is running. */
  running(): boolean;
  ping(): void;
  signal(): void;
  /** Ends the code that holds the cells' thread. */
  terminate(): Promise<unknown>;
}): Interrupter {
  let waiting: NodeJS.Timeout | undefined;
  const insist = async () => {
    waiting = undefined;
    await parts.terminate();
    parts.signal();
  };
  return {
    interrupt() {
      if (parts.running()) parts.signal();
      if (waiting) return; // of a storm of interrupts one is enough
      waiting = setTimeout(() => void insist(), patience);
      parts.ping();
    },
    answered() {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
}
