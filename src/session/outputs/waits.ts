import { createRequire } from "node:module";
import { type Method, type Methods, replace } from "../interrupt/replace.js";

/** To whom what runs belongs, and whether that has been cancelled. */
interface Owners<T> {
  owner(): T | undefined;
  isCancelled(owner: T): boolean;
}

/**
 * Lets the promises of `node:timers/promises` come to nothing, and so what awaits them, once their owner has been
 * cancelled: they are those of Node's own timers, which no callback of ours is in.
 */
export function followWaits<T>({ owner, isCancelled }: Owners<T>): void {
  const held = (own: Method): Method =>
    function (...args) {
      const waited = own.apply(this, args) as Promise<unknown>;
      const whose = owner();
      if (!whose) return waited;
      return new Promise((done, refuse) => {
        waited.then(
          (value) => isCancelled(whose) || done(value),
          (error: unknown) => isCancelled(whose) || refuse(error as Error),
        );
      });
    };
  const waits = createRequire(import.meta.url)("node:timers/promises") as Methods & {
    scheduler: object;
  };
  for (const name of ["setTimeout", "setImmediate"]) replace(waits, name, held);
  const scheduler = Object.getPrototypeOf(waits.scheduler) as Methods;
  for (const name of ["wait", "yield"]) replace(scheduler, name, held);
  replace(
    waits,
    "setInterval",
    (own) =>
      function (...args) {
        const ticks = own.apply(this, args) as Methods;
        return Object.assign(ticks, { next: held(ticks.next) });
      },
  );
}
