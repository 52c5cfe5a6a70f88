// Taken before a cell can replace them.
const { setTimeout: wait, setImmediate: next } = globalThis;
const { nextTick } = process;

/** Longest time that a cell's leftovers are waited for, in milliseconds. */
const patience = 1000;
/** Milliseconds between two looks: a reader does not notice them, and timers of a cell have time to run. */
const pause = 5;

/** Waits until the loop of events has come round once. */
export function turn(): Promise<void> {
  return new Promise((done) => next(() => done()));
}

/**
 * The outcome of a promise, or a stop. It is given outside the queue of jobs, of which an end of code from outside
 * leaves nothing, and a stop in a turn of its own: nothing that is still to end is behind it. What the promise comes to
 * in between is not told.
 */
export function stoppable<T>(
  promise: Promise<T>,
  onStart: (stop: (reason: Error) => void) => void,
): Promise<T> {
  return new Promise((done, refuse) => {
    let isStopped = false;
    onStart((reason) => {
      isStopped = true;
      next(() => refuse(reason));
    });
    promise.then(
      (value) => nextTick(() => isStopped || done(value)),
      (error: unknown) => nextTick(() => isStopped || refuse(error as Error)),
    );
  });
}

/** How many timers and readings of files are under way. */
export function underWay(): number {
  return process.getActiveResourcesInfo().filter((name) => /^(Timeout|FSReq)/.test(name)).length;
}

/**
 * Waits for the short timers and promises that a cell left behind, so that what they give stands under it.
 *
 * @param before what was under way when the cell began, and is not its own
 * @param isOver whether nobody waits any more
 */
export async function settle(before: number, isOver: () => boolean): Promise<void> {
  await turn();
  for (let waited = 0; underWay() > before && waited < patience && !isOver(); waited += pause) {
    await new Promise<void>((done) => wait(() => done(), pause));
    await turn();
  }
}
