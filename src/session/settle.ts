// Taken before a cell can replace them.
const { setTimeout: wait, setImmediate: next } = globalThis;

/** Longest time that a cell's leftovers are waited for, in milliseconds. */
const patience = 1000;

/** Waits until the loop of events has come round once. */
export function turn(): Promise<void> {
  return new Promise((done) => next(() => done()));
}

/** How many timers and readings of files are under way. */
export function underWay(): number {
  return process.getActiveResourcesInfo().filter((name) => /^(Timeout|FSReq)/.test(name)).length;
}

/**
 * Waits for the short timers and promises that a cell left behind, so that what they give stands under it.
 *
 * @param before what was under way when the cell began, and is not its own
 */
export async function settle(before: number): Promise<void> {
  await turn();
  for (let waited = 0; underWay() > before && waited < patience; waited += 5) {
    await new Promise<void>((done) => wait(() => done(), 5));
    await turn();
  }
}
