import type { Claim } from "../decide/conditions/verdict.js";
import { type Expr, parts } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";
import type { Graph } from "./graph.js";
import { bareDerivative, derivativesSeen, isDerivative, type Seen } from "./seen.js";

/** A side that is a derivative of a bare name alone, and what of that name is differentiated on the other side. */
export interface Lone {
  of: string;
  by: string[];
  opposite: "left" | "right";
  others: "none" | "unrelated" | "related";
}

/** The lone derivative of a claim, if one of its sides is one. */
export function loneDerivative({ left, right }: Claim, graph: Graph): Lone | undefined {
  const opposite = bareDerivative(left) ? "right" : "left";
  const [one, other] = opposite === "right" ? [left, right] : [right, left];
  const own = bareDerivative(one);
  if (!own) return undefined;
  const { of, by } = own;
  const lone = { of, by, opposite } as const;
  const below = (seen: Seen) =>
    seen.by.length < by.length && seen.by.every((name) => by.includes(name));
  const apart = (a: string, b: string) => a !== b && !graph.reaches(a, b) && !graph.reaches(b, a);
  const unrelated = (seen: Seen) => seen.by.every((a) => by.every((b) => apart(a, b)));
  const compound = compoundDerivatives(other).some((part) => freeNames(part).has(of));
  const others = derivativesSeen(other).filter((seen) => seen.of === of);
  if (compound) return { ...lone, others: "related" };
  if (others.every(below)) return { ...lone, others: "none" };
  return { ...lone, others: others.every(unrelated) ? "unrelated" : "related" };
}

/** What is differentiated in an expression and is no bare name. */
function compoundDerivatives(expr: Expr): Expr[] {
  if (isDerivative(expr) && !bareDerivative(expr)) return [expr.args[0]];
  return parts(expr).flatMap(compoundDerivatives);
}
