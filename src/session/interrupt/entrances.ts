import { EventEmitter } from "node:events";
import { createRequire, syncBuiltinESMExports } from "node:module";
import { beginJob, isEndless } from "./chain.js";
import { guarded, isInterruption, onEnd } from "./guard.js";
import { guardHooks } from "./hooks.js";
import { type Method, type Methods, replace } from "./replace.js";

const { setImmediate: next } = globalThis;

/** Modules whose functions call back, by no event, what they were given last. */
const callingBack = ["fs", "dns", "crypto"];

/** By what Node itself hands an event to the listeners of an `EventTarget`. */
const dispatching = [Symbol.for("nodejs.internal.kHybridDispatch"), "dispatchEvent"];

/**
 * Puts a guard before the code of cells wherever Node calls it from its loop of events, timers excepted: at every event
 * of emitters, streams, servers, processes, workers and event targets, and at callbacks of files and the like.
 */
export function guardEntrances(): void {
  guardMethods(EventEmitter.prototype as unknown as Methods, ["emit"]);
  guardMethods(EventTarget.prototype as unknown as Methods, dispatching);
  const require = createRequire(import.meta.url);
  for (const name of callingBack) guardCallbacks(require(`node:${name}`) as Methods);
  const { PerformanceObserver } = require("node:perf_hooks") as typeof import("node:perf_hooks");
  guardMethods(PerformanceObserver.prototype as unknown as Methods, observing(PerformanceObserver));
  guardHooks(require("node:async_hooks") as Methods);
  syncBuiltinESMExports();
  guardTicks();
  holdJobs();
  guardFinalizers();
}

/** By what Node calls an observer of performance, in an immediate of its own that no guard stands at. */
function observing({ prototype }: { prototype: object }): symbol[] {
  return Object.getOwnPropertySymbols(prototype).filter((one) => one.description === "kDispatch");
}

/** A tick that is ended takes along those that it has set: a chain of them would let nothing else run. */
function guardTicks(): void {
  replace(process as unknown as Methods, "nextTick", (own) => (callback, ...args) => {
    if (typeof callback !== "function") return own.call(process, callback, ...args);
    let isDropped = false;
    onEnd(() => (isDropped = true));
    const tick = () => {
      if (isDropped || isEndless()) return;
      try {
        guarded(() => callback(...args) as unknown);
      } catch (error) {
        if (!isInterruption(error)) throw error;
        // Thrown on, it would let the loop of events come round before the jobs that the tick has set: the rest of a chain.
        process.emit("uncaughtException", error as Error);
      }
    };
    return own.call(process, tick);
  });
}

/** Jobs of promises are held by the hooks of those. */
function holdJobs(): void {
  replace(globalThis as unknown as Methods, "queueMicrotask", (own) => (callback, ...rest) => {
    if (typeof callback !== "function") return own(callback, ...rest);
    return own(() => {
      beginJob();
      callback();
    });
  });
}

/** V8 itself calls finalizers, in a task where nothing can be stopped; they never come at a certain time. */
function guardFinalizers(): void {
  const Own = FinalizationRegistry;
  const registry = class FinalizationRegistry<T> extends Own<T> {
    constructor(finalize: (held: T) => void) {
      super((held) => void next(() => guarded(() => finalize(held))));
    }
  };
  Object.defineProperty(globalThis, "FinalizationRegistry", {
    ...Object.getOwnPropertyDescriptor(globalThis, "FinalizationRegistry"),
    value: registry,
  });
}

function guardMethods(owner: Methods, names: (string | symbol)[]): void {
  for (const name of names) {
    replace(owner, name, guardedMethod);
  }
}

function guardCallbacks(module: Methods): void {
  // A listener that is taken away again is known by what it is; its events come by an emitter.
  const names = Object.keys(module).filter((name) => !/^[A-Z]|Sync$|[wW]atch/.test(name));
  for (const name of names.filter((one) => typeof module[one] === "function")) {
    replace(
      module,
      name,
      (own) =>
        function (...args) {
          const last = args.at(-1);
          if (typeof last === "function") args[args.length - 1] = guardedMethod(last as Method);
          return own.apply(this, args);
        },
    );
  }
}

function guardedMethod(own: Method): Method {
  return function (...args) {
    return guarded(() => own.apply(this, args));
  };
}
