import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { type Expr, number, subtract, symbol } from "../tree/expression.js";
import type { Context } from "../form/context.js";
import { tryForm } from "../form/tryForm.js";
import { soleAtom } from "../integrals/densities.js";
import { byJensen, weightedMeans } from "./jensen.js";

/** Shows an inequality between a function of a weighted sum and the weighted sum of the function. */
export function byWeightedSums(
  sides: [Expr, Expr],
  assumptions: Assumptions,
  ctx: Context,
): string | undefined {
  const { signs } = ctx;
  const means = weightedMeans(sides, assumptions).filter(({ index, weight }) => {
    if (!weight) return true;
    return signs.scoped(() => {
      if (index !== undefined) signs.integer(index);
      const form = tryForm(ctx, weight);
      return form !== undefined && signs.nonnegative(form);
    });
  });
  return byJensen(sides, means, assumptions, ctx, (of, name) => factsOf(ctx, of, name));
}

/** What is known of each value under a sum, said of a name: its bounds by numbers, or its sign. */
function factsOf(ctx: Context, of: Expr, name: string): Fact[] {
  const form = tryForm(ctx, of);
  if (!form) return [];
  const fact = (expr: Expr, strict: boolean): Fact => {
    return { kind: "compare", expr, relation: strict ? ">" : ">=", text: "" };
  };
  const atom = soleAtom(ctx, form);
  const { lower, upper } = atom ? ctx.signs.bounds(atom.id) : {};
  const sign = lower ? undefined : ctx.signs.sign(form);
  return [
    ...(lower ? [fact(subtract(symbol(name), number(lower.value)), lower.strict)] : []),
    ...(upper ? [fact(subtract(number(upper.value), symbol(name)), upper.strict)] : []),
    ...(sign?.side === 1 ? [fact(symbol(name), !sign.weak)] : []),
  ];
}
