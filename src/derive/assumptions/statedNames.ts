import type { Assumptions } from "./assumptions.js";
import { families, freeNames } from "../tree/names.js";

/** The names that assumptions say to be real numbers, and the families of such: `A real`, `n integer`, `x[i] > 0`. */
export function statedNames(assumptions: Assumptions): Set<string> {
  const names = statedScalars(assumptions);
  for (const fact of assumptions.facts) {
    if (fact.kind !== "compare") continue;
    for (const name of [...freeNames(fact.expr), ...families(fact.expr)]) names.add(name);
  }
  return names;
}

/** The names of which a kind is stated, `A real` or `n integer`, or what they depend on. */
export function statedScalars({ texts, facts }: Assumptions): Set<string> {
  const names = new Set<string>();
  // `x real` is no fact, since every quantity is real; it says that x is one.
  for (const text of texts) {
    const [, real] = /^\s*([A-Za-z]\w*)\s+real\b/.exec(text) ?? [];
    if (real) names.add(real);
  }
  for (const fact of facts) {
    if (fact.kind === "integer") names.add(fact.name);
    if (fact.kind === "depends") for (const name of [fact.name, ...fact.on]) names.add(name);
  }
  return names;
}
