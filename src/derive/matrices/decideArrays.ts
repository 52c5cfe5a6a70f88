import type { Assumptions } from "../assumptions/assumptions.js";
import { type Claim, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { type Expr, parts } from "../tree/expression.js";
import { Arrays } from "./sizes/arrays.js";
import { Misfit } from "./sizes/sizes.js";
import { Sizing } from "./sizes/sizing.js";

/**
 * A verdict on a claim about names that are declared to be matrices or vectors; undefined where it is about numbers, or
 * has parts that are not read here.
 */
export function decideArrays(
  { left, relation, right }: Pick<Claim, "left" | "relation" | "right">,
  { declared = [] }: Assumptions,
): Verdict | undefined {
  const arrays = new Arrays(declared);
  if (![left, right].some((side) => arrays.isIn(side))) return undefined;
  try {
    const sizing = new Sizing(arrays);
    if (relation === "=>" || relation === "<=>") {
      for (const [one, other] of [left, right].flatMap(equationsIn)) sizing.equation(one, other);
    } else sizing.equation(left, right);
    return undefined;
  } catch (error) {
    if (error instanceof Misfit) return unknown(["sizes-agree"], error.message);
    throw error;
  }
}

/** The equations of a statement such as `A = B and x != y`; of other comparisons sizes are to agree, too. */
function equationsIn(statement: Expr): [Expr, Expr][] {
  if (statement.kind !== "call") return [];
  const [left, right] = statement.args;
  return comparisons.has(statement.name) ? [[left, right]] : parts(statement).flatMap(equationsIn);
}

const comparisons = new Set(["=", "!=", "<", "<=", ">", ">="]);
