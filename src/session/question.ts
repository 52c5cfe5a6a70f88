// What a thread that interrupts shares with the cells' thread, which is blocked while the compiler answers it.

/** Where the shared numbers hold the pid of the compiler that is asked: 0 if none is, below 0 once interrupted. */
const place = 1;

/** Stands there when the compiler is being ended. */
const ending = -(2 ** 31);

/** Begins a question to a process, which another thread may interrupt until `endQuestion`. */
export function beginQuestion(shared: Int32Array, pid: number): void {
  Atomics.store(shared, place, pid);
}

/** Says that another process is asked from now on; gives false if the question has been interrupted. */
export function moveQuestion(shared: Int32Array, from: number, to: number): boolean {
  return Atomics.compareExchange(shared, place, from, to) >= 0;
}

/** Ends a question; gives whether it was interrupted, and whether the compiler was ended for it. */
export function endQuestion(shared: Int32Array): { interrupted: boolean; ended: boolean } {
  const before = Atomics.exchange(shared, place, 0);
  return { interrupted: before < 0, ended: before === ending };
}

/** Interrupts, from another thread, the question that the compiler is asked, if any: nobody hears its answer. */
export function interruptQuestion(shared: Int32Array): void {
  const pid = Atomics.load(shared, place);
  if (pid > 0) Atomics.compareExchange(shared, place, pid, -pid);
}

/**
 * Ends, from another thread, the compiler that is asked. Its pid belongs to nobody else, even if it has died: the
 * cells' thread, which would take note of that, waits for its answer.
 *
 * @returns whether any was asked
 */
export function endCompiler(shared: Int32Array): boolean {
  const asked = Atomics.load(shared, place);
  if (asked === 0) return false;
  if (asked !== ending && Atomics.compareExchange(shared, place, asked, ending) === asked) {
    try {
      process.kill(Math.abs(asked), "SIGKILL");
    } catch {
      // It has died.
    }
  }
  return true;
}
