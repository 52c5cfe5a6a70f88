/** The clock's first reading. */
const start = Date.UTC(2000, 0, 1);

/** @param read gives the milliseconds since the first reading */
export function fixClock(read: () => number): void {
  const now = () => start + read();
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length ? args : [now()], newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === "now" ? now : Reflect.get(target, key, receiver)),
  });
  performance.now = read;
  const hrtime = (before: [number, number] = [0, 0]): [number, number] => {
    const nanoseconds = read() * 1e6 - before[0] * 1e9 - before[1];
    const seconds = Math.floor(nanoseconds / 1e9);
    return [seconds, nanoseconds - seconds * 1e9];
  };
  process.hrtime = Object.assign(hrtime, { bigint: () => BigInt(read()) * 1_000_000n });
}
