/** Time in which the cells' thread answers unless code holds it, in milliseconds. */
const patience = 100;
/** Time after which a thread that code holds is looked at again for processes that it has started since, in milliseconds. */
const again = 1000;

export interface Interrupter {
  /** Ends what the cells' thread is doing; an idle one is left alone. */
  interrupt(): void;
  /** Tells that the cells' thread has answered: nothing holds it. */
  answered(): void;
}

/** The rungs of the ladder; docs/kernel.md says what each ends. */
export interface Rungs {
  /** Signals processes that the cell has started, as ^C in a terminal does: all, or those that this ladder has not signalled. */
  children(which: "all" | "new"): void;
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
  let isPressedAgain = false;
  // Code may come to its native call, and the child there, behind the first look.
  const lookAgain = () => {
    rungs.children(isPressedAgain ? "all" : "new");
    isPressedAgain = false;
    waiting = setTimeout(lookAgain, again);
  };
  return {
    interrupt() {
      if (waiting) {
        isPressedAgain = true; // of a storm of interrupts one a second is enough
        return;
      }
      isPressedAgain = false;
      waiting = setTimeout(() => {
        rungs.code();
        waiting = setTimeout(lookAgain, again);
      }, patience);
      rungs.wait();
      rungs.children("all");
    },
    answered() {
      if (!waiting) return;
      clearTimeout(waiting);
      waiting = undefined;
      rungs.rest();
    },
  };
}
