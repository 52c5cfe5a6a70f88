import { promiseHooks } from "node:v8";
import { guarded } from "./guard.js";

/** Which of several owners the running code belongs to, across promises and timers. */
export interface Context<T extends object> {
  current(): T | undefined;
  /** The owner of the code that made a promise. */
  of(promise: object): T | undefined;
  within<R>(owner: T, work: () => R): R;
}

/** Functions of the platform that call back later; whether the callback may take its time and is guarded. */
const callers = { setTimeout: true, setInterval: true, setImmediate: false, queueMicrotask: false };

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
    before: (promise) => void (current = owners.get(promise)),
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
  const globals = globalThis as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const [name, slow] of Object.entries(callers)) {
    const call = globals[name];
    const following = (callback: unknown, ...rest: unknown[]) => {
      const owner = current;
      if (typeof callback !== "function" || !owner) return call(callback, ...rest);
      const owned = (...args: unknown[]) => {
        try {
          const work = () => callback(...args) as unknown;
          within(owner, slow ? () => guarded(work) : work);
        } catch (error) {
          report(error, owner);
        }
      };
      return call(owned, ...rest);
    };
    // What Node hangs on its timers, such as the form that gives a promise, stays.
    globals[name] = Object.defineProperties(following, Object.getOwnPropertyDescriptors(call));
  }
  return { current: () => current, of: (promise) => owners.get(promise), within };
}
