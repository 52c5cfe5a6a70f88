/** Time in which the cells' thread answers unless code holds it, in milliseconds. */
const patience = 100;

export interface Interrupter {
  /** Ends what the cells' thread is doing; an idle one is left alone. */
  interrupt(): void;
  /** Tells that the cells' thread has answered: nothing holds it. */
  answered(): void;
}

/** The rungs of the ladder; docs/kernel.md says what each ends. */
export interface Rungs {
  /** Signals the processes that the cell has started, as ^C in a terminal does. */
  children(): void;
  /** Ends the wait of the cell; the cells' thread answers. */
  wait(): void;
  /** Ends the code that holds the cells' thread, or says what stands in the way. */
  code(): void;
  /** Lets the thread be: it has answered. */
  rest(): void;
}

/** Interrupts by a ladder, of which each rung is trodden only if the one before did not do. */
export function createInterrupter(rungs: Rungs): Interrupter {
  let waiting: NodeJS.Timeout | undefined;
  return {
    interrupt() {
      if (waiting) return; // of a storm of interrupts one is enough
      waiting = setTimeout(rungs.code, patience);
      rungs.wait();
      rungs.children();
    },
    answered() {
      if (!waiting) return;
      clearTimeout(waiting);
      waiting = undefined;
      rungs.rest();
    },
  };
}
