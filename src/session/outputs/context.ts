import { createRequire, syncBuiltinESMExports } from "node:module";
import { promiseHooks } from "node:v8";
import { followWaits } from "./waits.js";
import { beginJob } from "../interrupt/chain.js";
import { guarded, guardedOften, isInterruption, onEnd } from "../interrupt/guard.js";

type Function = (...args: unknown[]) => unknown;

const timers = createRequire(import.meta.url)("node:timers") as Record<string, unknown>;

/** Which of several owners the running code belongs to, across promises and timers. */
export interface Context<T extends object> {
  current(): T | undefined;
  /** The owner of the code that made a promise. */
  of(promise: object): T | undefined;
  within<R>(owner: T, work: () => R): R;
  /** Lets no timer of an owner call back any more, also none that it sets later. */
  cancel(owner: T): void;
}

/** Functions of the platform that call back later, and how: a job is ended by its queue, with what waits in that. */
const callers = {
  setTimeout: guarded,
  setInterval: guarded,
  setImmediate: guardedOften,
  queueMicrotask: <T>(work: () => T) => work(),
};

/**
 * Follows owners through promises by V8's own hooks and through timers by their callbacks. `AsyncLocalStorage` would
 * follow them further, but on Node before 24 an end that comes from outside, as an interrupt does, leaves its
 * bookkeeping in pieces and Node aborts.
 *
 * @param report takes what a callback throws
 */
export function openContext<T extends object>(
  report: (thrown: unknown, owner: T) => void,
): Context<T> {
  let current: T | undefined;
  const owners = new WeakMap<object, T>();
  promiseHooks.createHook({
    init(promise) {
      if (current) owners.set(promise, current);
    },
    before(promise) {
      beginJob();
      current = owners.get(promise);
    },
    after: () => void (current = undefined),
  });
  const within = <R>(owner: T, work: () => R): R => {
    const before = current;
    current = owner;
    try {
      return work();
    } finally {
      current = before;
    }
  };
  const cancelled = new WeakSet<T>();
  const globals = globalThis as unknown as Record<string, Function>;
  for (const [name, guard] of Object.entries(callers)) {
    const call = globals[name];
    const following = (callback: unknown, ...rest: unknown[]) => {
      const owner = current;
      if (typeof callback !== "function" || !owner) return call(callback, ...rest);
      const owned = (...args: unknown[]) => {
        if (timer && cancelled.has(owner)) return clearTimeout(timer as NodeJS.Timeout);
        try {
          within(owner, () => guard(() => callback(...args) as unknown));
        } catch (error) {
          if (isInterruption(error)) clearTimeout(timer as NodeJS.Timeout); // or it would loop again
          report(error, owner);
        }
      };
      const timer = call(owned, ...rest);
      onEnd(() => clearTimeout(timer as NodeJS.Timeout)); // what is ended has no tail
      return timer;
    };
    // Keeps the properties of Node's timers, such as the variant that returns a promise.
    globals[name] = Object.defineProperties(following, Object.getOwnPropertyDescriptors(call));
    if (name in timers) timers[name] = globals[name];
  }
  followWaits({ owner: () => current, isCancelled: (owner: T) => cancelled.has(owner) });
  syncBuiltinESMExports();
  return {
    current: () => current,
    of: (promise) => owners.get(promise),
    within,
    cancel: (owner) => void cancelled.add(owner),
  };
}
