import { kinds } from "../atoms/kinds.js";
import { Context } from "./context.js";
import type { Rules } from "./kinds.js";
import { rootOf } from "../functions/roots.js";
import { FactTable } from "../signs/signs.js";
import { Absent } from "../tree/absent.js";

type Closed = Pick<Rules, "integral" | "binomialSum" | "series">;
let closed: Closed | undefined;

/** Hands over the procedures for integrals, binomial sums and endless sums: a page loads them with the first claim that has one. */
export function provideClosedForms(procedures: Closed): void {
  closed = procedures;
}

/** The rooms that forms are told of; here alone all of them are known together. */
const rules: Rules = {
  kinds,
  root: rootOf,
  integral(...asked) {
    if (!closed) throw new Absent();
    return closed.integral(...asked);
  },
  binomialSum(...asked) {
    if (!closed) throw new Absent();
    return closed.binomialSum(...asked);
  },
  series(...asked) {
    if (!closed) throw new Absent();
    return closed.series(...asked);
  },
  signs: (ring, kindsOf, densities) => new FactTable(ring, kindsOf, densities),
};

/** A context in which nothing is known yet. */
export const newContext = (budget?: number): Context => new Context(rules, budget);
