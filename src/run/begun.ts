import type { Begun } from "./messages.js";

/** Where the package of the cells leaves the derivations that they begin. */
const registry = Symbol.for("rederive.derivations");
const counts: number[] = [];

function made(): { toJSON(): Begun["derivation"] }[] {
  const list = (globalThis as Record<symbol, unknown>)[registry];
  return Array.isArray(list) ? list : [];
}

/** Ascribes to a cell what has been begun since the last one. */
export function noteBegun(executionCount: number): void {
  while (counts.length < made().length) counts.push(executionCount);
}

/** The derivations that the cells have begun, as they stand now. */
export function begun(): Begun[] {
  return made().map((one, i) => ({ executionCount: counts[i], derivation: one.toJSON() }));
}
