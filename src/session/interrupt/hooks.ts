import type { AsyncHook } from "node:async_hooks";
import { isEndedApart } from "./guard.js";
import { noteHooks } from "./nodeParts.js";
import { type Method, type Methods, replace } from "./replace.js";

const hooks = ["init", "before", "after", "destroy", "promiseResolve"];

/**
 * Puts a guard before each hook of asynchronous operations. Node calls them in the middle of what goes on, of the kernel's
 * own work, too: one that had to be ended is called no more, or nothing would come to its end.
 */
export function guardHooks(module: Methods): void {
  replace(module, "createHook", (own) => (callbacks) => {
    if (typeof callbacks !== "object" || callbacks === null) return own(callbacks);
    const guarded: Record<string, unknown> = { ...callbacks };
    for (const name of hooks) {
      const hook = guarded[name];
      if (typeof hook === "function") guarded[name] = guardedHook(hook as Method, () => created);
    }
    const created = own(guarded) as AsyncHook;
    noteHooks();
    return created;
  });
}

function guardedHook(hook: Method, created: () => AsyncHook): Method {
  return function (...args) {
    if (isEndedApart(() => void hook.apply(this, args))) created().disable();
  };
}
