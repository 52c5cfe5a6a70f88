/** The clock's first reading in reproducible mode. */
const start = Date.UTC(2000, 0, 1);

/** Milliseconds between the first readings of two cells. */
const stride = 60_000;

/**
 * Makes the process give the same values in every run: `Math.random` is seeded and the clock is fixed. It advances
 * by a millisecond with each reading, so that a cell which waits for it does not wait for ever.
 *
 * @returns a function to be called before each cell: its clock does not depend on how often others, the compiler
 *   among them, have read it
 * @source the generator is mulberry32 (Tommy Ettinger, public domain)
 */
export function makeReproducible(seed = 1): (executionCount: number) => void {
  let state = seed >>> 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  let readings = 0;
  const now = () => start + readings++;
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length ? args : [now()], newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === "now" ? now : Reflect.get(target, key, receiver)),
  });
  performance.now = () => readings++;
  return (executionCount) => (readings = executionCount * stride);
}
