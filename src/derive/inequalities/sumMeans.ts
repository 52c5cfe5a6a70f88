import type { Assumptions } from "../assumptions/assumptions.js";
import type { Expr } from "../tree/expression.js";
import type { Context } from "../form/context.js";
import { tryForm } from "../form/tryForm.js";
import { byJensen, weightedMeans } from "./jensen.js";
import { factsOfValue } from "./valueFacts.js";

/** Shows an inequality between a function of a weighted sum and the weighted sum of the function. */
export function byWeightedSums(
  sides: [Expr, Expr],
  assumptions: Assumptions,
  ctx: Context,
): string | undefined {
  const { signs } = ctx;
  const means = weightedMeans(sides, assumptions).filter(({ over, weight }) => {
    if (!weight) return true;
    return signs.scoped(() => {
      for (const index of over) signs.integer(index);
      const form = tryForm(ctx, weight);
      return form !== undefined && signs.nonnegative(form);
    });
  });
  return byJensen(sides, means, assumptions, ctx, (of, name) => factsOfValue(ctx, of, name));
}
