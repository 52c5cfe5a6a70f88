import type { Fact } from "../assumptions/assumptions.js";
import { type Expr, number, subtract, symbol } from "../tree/expression.js";
import type { Context } from "../form/context.js";
import { tryForm } from "../form/tryForm.js";
import { soleAtom } from "../integrals/densities.js";

/** What is known of each value of which a mean is taken, said of a name: its bounds by numbers, or its sign. */
export function factsOfValue(ctx: Context, of: Expr, name: string): Fact[] {
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
