import { kinds } from "../atoms/kinds.js";
import { Context } from "./context.js";
import type { Rules } from "./kinds.js";
import { rootOf } from "../functions/roots.js";
import { FactTable } from "../signs/signs.js";
import { Absent } from "../tree/absent.js";

let integral: Rules["integral"] | undefined;

/** Hands over the procedure for integrals: a page loads it with the first claim that has one. */
export function provideIntegrals(procedure: Rules["integral"]): void {
  integral = procedure;
}

/** The rooms that forms are told of; here alone all of them are known together. */
const rules: Rules = {
  kinds,
  root: rootOf,
  integral(...asked) {
    if (!integral) throw new Absent();
    return integral(...asked);
  },
  signs: (ring, kindsOf, densities) => new FactTable(ring, kindsOf, densities),
};

/** A context in which nothing is known yet. */
export const newContext = (budget?: number): Context => new Context(rules, budget);
