import type { Assumptions } from "../assumptions/assumptions.js";
import {
  proof,
  refutation,
  type StatedCondition,
  unknown,
  type Verdict,
} from "../decide/conditions/verdict.js";
import type { Expr } from "../tree/expression.js";
import { expressionText } from "../tree/text.js";
import type { RuleId } from "../../record/types.js";
import type { Side } from "./sides.js";

/** Grades a claim between two sides in which no limits are left. */
export type Grade = (sides: [Expr, Expr], assumptions: Assumptions) => Verdict;

const told = (side: Side, expr: Expr): string =>
  "infinite" in side
    ? side.infinite > 0
      ? "Infinity"
      : "-Infinity"
    : "none" in side
      ? `undefined: ${side.none}`
      : expressionText("value" in side ? side.value : expr);

/** Compares sides of which one at least is infinite or has no value. */
export function betweenEnds(
  [one, two]: [Side, Side],
  [left, right]: [Expr, Expr],
  conditions: StatedCondition[],
  rules: readonly RuleId[],
): Verdict {
  if ("none" in one && "none" in two)
    return unknown(rules, `neither side has a value: ${one.none}`);
  if ("infinite" in one && "infinite" in two && one.infinite === two.infinite)
    return proof(rules, conditions, "both sides are infinite, with one sign");
  const all = [left, right];
  const [lhs, rhs] = [one, two].map((side, i) => told(side, all[i]));
  const witness = { point: {}, lhs, rhs };
  return refutation(rules, witness, conditions, "the limits by their leading terms");
}

export const isProof = ({ grade }: Verdict): boolean => grade === "proved" || grade === "proved-if";
