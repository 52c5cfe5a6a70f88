/** Time in which the cells' thread answers unless code holds it, in milliseconds. */
const patience = 100;

/** How often a thread that is still held is asked in stronger words, in milliseconds. */
const interval = 250;

/** Time after which a thread is no longer spared that no cell's own code holds: a timer of an earlier cell may. */
const longPatience = 2000;

export interface Interrupter {
  /** Ends what the cells' thread is doing; an idle one is left alone. */
  interrupt(): void;
  /** Tells that the cells' thread has answered: nothing holds it. */
  answered(): void;
}

/**
 * Interrupts in three steps, each only if the one before did not do: the cells' thread is told, which ends a wait; the
 * end of the compiler, if the thread waits for it, or a signal, which ends a cell's code up to its first `await`; the
 * end of whatever code holds the thread.
 *
 * A signal only goes to a thread that is held: until the signals' thread is there, one that comes between two cells
 * would end the process, because Node then hands SIGINT from one handler to another.
 */
export function createInterrupter(parts: {
  /** Tells the cells' thread, which answers. */
  tell(): void;
  /** Whether a cell's own code is under way. */
  held(): boolean;
  /** Lets nobody hear what the compiler says that is asked, if it is. */
  interruptQuestion(): void;
  /** Ends the compiler that is asked; gives whether it was. */
  endCompiler(): boolean;
  signal(): void;
  terminate(): Promise<unknown>;
}): Interrupter {
  let waiting: NodeJS.Timeout | undefined;
  const insist = (step: number) => {
    waiting = setTimeout(() => insist(step + 1), interval);
    if (parts.endCompiler()) return;
    if (!parts.held() && step * interval < longPatience) return;
    if (step === 0) parts.signal();
    else void parts.terminate();
  };
  return {
    interrupt() {
      parts.interruptQuestion();
      if (waiting) return; // of a storm of interrupts one is enough
      waiting = setTimeout(() => insist(0), patience);
      parts.tell();
    },
    answered() {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
}
