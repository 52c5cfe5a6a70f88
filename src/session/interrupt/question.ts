// What a thread that interrupts shares with the cells' thread, which is blocked while the compiler answers it.

/** Where the shared numbers hold the pid of the compiler that is asked: 0 if none is, below 0 once interrupted. */
const place = 1;

/** Longest time in which another thread tells of a signal, in milliseconds. */
const patience = 1000;

/** Begins a question to a process, which another thread may interrupt until `endQuestion`. */
export function beginQuestion(shared: Int32Array, pid: number): void {
  Atomics.store(shared, place, pid);
}

/** Says that another process is asked from now on; gives false if the question has been interrupted. */
export function moveQuestion(shared: Int32Array, from: number, to: number): boolean {
  return Atomics.compareExchange(shared, place, from, to) >= 0;
}

/** Ends a question; gives whether it was interrupted. */
export function endQuestion(shared: Int32Array): boolean {
  return Atomics.exchange(shared, place, 0) < 0;
}

/**
 * Waits for the interrupt that a signal means which has ended the reading of an answer: the thread that hears signals
 * is about to tell of it, and must not take it for one of what comes next.
 */
export function awaitInterrupt(shared: Int32Array): void {
  const pid = Atomics.load(shared, place);
  if (pid > 0) Atomics.wait(shared, place, pid, patience);
}

/** Interrupts, from another thread, the question that the compiler is asked, if any: nobody hears its answer. */
export function interruptQuestion(shared: Int32Array): void {
  const pid = Atomics.load(shared, place);
  if (pid > 0) Atomics.compareExchange(shared, place, pid, -pid);
  Atomics.notify(shared, place);
}

/**
 * Ends, from another thread, the compiler that is asked. Its pid belongs to nobody else, even if it has died: the
 * cells' thread, which would take note of that, waits for its answer.
 *
 * @returns whether any was asked
 */
export function endCompiler(shared: Int32Array): boolean {
  interruptQuestion(shared);
  const pid = -Atomics.load(shared, place);
  if (pid <= 0) return false;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has died.
  }
  return true;
}
