import type { Assumptions } from "../assumptions/assumptions.js";
import { proof, type Verdict } from "../decide/conditions/verdict.js";
import { expressionLatex } from "../notation/latex.js";
import type { Expr } from "../tree/expression.js";
import type { Sizing } from "./sizes/sizing.js";
import { vanishes } from "./tensors/clear.js";
import { Conditions } from "./tensors/conditions.js";
import { Evaluation, sum } from "./tensors/evaluate.js";
import { Known } from "./tensors/known.js";
import { scaled } from "./terms/normal.js";
import { Rational } from "../../num/index.js";

/** Whether two sides have one normal form, with the verdict if they have. */
export interface Shown {
  isEqual: boolean;
  verdict: Verdict;
  reason: string;
}

/** Compares the entries of two sides as sums of products. @throws Outside for what has no meaning here */
export function shownEqual(
  sides: readonly [Expr, Expr],
  assumptions: Assumptions,
  sizing: Sizing,
  numbers: ReadonlySet<string>,
): Shown {
  const known = new Known(assumptions);
  const conditions = new Conditions(known, expressionLatex);
  const evaluation = new Evaluation(sizing.arrays, sizing, known, conditions, numbers);
  const difference = () => {
    const [left, right] = sides.map(evaluation.of);
    return sum([left, scaled(right, Rational.of(-1n))]);
  };
  // What one side demands to be positive is known when the other is looked at.
  difference();
  const isEqual = vanishes(difference());
  const method = "the entries of both sides are the same sums of products";
  return {
    isEqual,
    verdict: proof(["matrix-normal-form"], conditions.all(), method),
    reason:
      "the two sides have different normal forms, and no matrices were found at which they differ",
  };
}
