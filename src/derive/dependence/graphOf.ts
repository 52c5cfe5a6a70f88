import type { Assumptions } from "../assumptions/assumptions.js";
import type { Claim } from "../decide/conditions/verdict.js";
import { compared } from "./differentiates.js";
import { freeNames } from "../tree/names.js";
import { Graph } from "./graph.js";
import { derivativesSeen, type Seen } from "./seen.js";

/** What depends on what in a claim, by its assumptions and by the derivatives in it and around it. */
export function graphOf({ left, right }: Claim, assumptions: Assumptions): Graph {
  const { facts, seen = [] } = assumptions;
  const exprs = [left, right, ...compared(assumptions)];
  const own = exprs.flatMap((expr) => derivativesSeen(expr));
  const names = new Set(exprs.flatMap((expr) => [...freeNames(expr)]));
  // What stands around matters where it speaks of a name of the claim, or of one on which such a name depends.
  const around: Seen[] = [];
  for (let i = 0; i < seen.length; i++) {
    const more = seen.filter((one) => names.has(one.of) && !around.includes(one));
    if (more.length === 0) break;
    around.push(...more);
    for (const { by } of more) for (const name of by) names.add(name);
  }
  const declared = facts.filter((fact) => fact.kind === "depends");
  return new Graph([...own, ...around], declared);
}
