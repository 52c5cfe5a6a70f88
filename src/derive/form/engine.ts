import { kinds } from "../atoms/kinds.js";
import { Context } from "./context.js";
import type { Rules } from "./kinds.js";
import { rootOf } from "../functions/roots.js";
import { FactTable } from "../signs/signs.js";

/** The rooms that forms are told of; here alone all of them are known together. */
const rules: Rules = {
  kinds,
  root: rootOf,
  signs: (ring, kindsOf, densities) => new FactTable(ring, kindsOf, densities),
};

/** A context in which nothing is known yet. */
export const newContext = (budget?: number): Context => new Context(rules, budget);
