// Taken before a cell can replace them.
const { setTimeout: wait, setImmediate: next } = globalThis;

/** Longest time that a cell's leftovers are waited for, in milliseconds. */
const patience = 1000;

/** Waits for the short timers and promises that a cell left behind, so that what they give stands under it. */
export async function settle(): Promise<void> {
  const turn = () => new Promise((done) => next(done));
  const pending = () =>
    process.getActiveResourcesInfo().some((name) => /^(Timeout|FSReq)/.test(name));
  await turn();
  for (let waited = 0; pending() && waited < patience; waited += 5) {
    await new Promise((done) => wait(done, 5));
    await turn();
  }
}
