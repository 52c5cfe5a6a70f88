import type { Begun } from "./messages.js";

/** Where the package of the cells leaves the derivations that they begin. */
const registry = Symbol.for("rederive.derivations");

interface Kept {
  executionCount: number;
  made: { toJSON(): Begun["derivation"] };
}

const kept: Kept[] = [];
let running = 0;

/**
 * Lays out the list to which the package adds what a cell begins. What was added is kept apart from it, so that a cell
 * that shortens or replaces the list hides nothing.
 */
export function keepBegun(): void {
  const list: unknown[] = [];
  const add = list.push.bind(list);
  Object.defineProperty(list, "push", {
    value: (made: Kept["made"]) => {
      kept.push({ executionCount: running, made });
      return add(made);
    },
  });
  Object.defineProperty(globalThis, registry, { value: list });
}

/** Ascribes to a cell what is begun from now on. */
export function beginCell(executionCount: number): void {
  running = executionCount;
}

/**
 * The derivations that the cells have begun, as they stand now.
 *
 * @throws whatever a cell made of `toJSON` throws
 */
export function begun(): Begun[] {
  return kept.map(({ executionCount, made }) => ({ executionCount, derivation: made.toJSON() }));
}
