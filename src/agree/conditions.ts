import { freeNames } from "../derive/tree/names.js";
import type { Printed } from "./claims.js";
import { factKey, type Graph } from "./graph.js";

/** Whether a derivation assumes what a condition says: all of any of these. */
export const isAssumed = (facts: readonly string[][], { assumed }: Graph): boolean =>
  facts.some((all) => all.every((fact) => assumed.has(fact)));

/**
 * Where the conditions on a page are not those of the derivation: it does not assume one of them, or of a name that the page
 * calls an integer it assumes more, so that the page says it of integers for which it was not checked.
 */
export function differentConditions(
  { claims, conditions }: Printed,
  graph: Graph,
): string | undefined {
  const unsaid = conditions.find(({ facts }) => !isAssumed(facts, graph));
  if (unsaid)
    return `the page says that ${unsaid.text}, which the derivation does not assume; give it the assumption \`${unsaid.assumption}\``;
  const printed = new Set([...claims, ...conditions].flatMap(({ facts = [] }) => facts.flat()));
  for (const { integer } of conditions) {
    if (integer === undefined) continue;
    const more = graph.given.assumptions.facts.find(
      (fact) =>
        fact.kind === "compare" &&
        [...freeNames(fact.expr)].join() === integer &&
        !printed.has(factKey(fact.relation, fact.expr)),
    );
    if (more)
      return `the page says it of every integer ${integer}, and the derivation assumes \`${more.text}\`; print that, too`;
  }
  return undefined;
}
