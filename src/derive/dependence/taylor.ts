import {
  type Expr,
  number,
  over,
  subtract,
  sumOf,
  symbol,
  times,
  toThe,
} from "../tree/expression.js";
import { newContext } from "../form/engine.js";
import { formExpression } from "../form/formExpression.js";
import { tryForm } from "../form/tryForm.js";
import { parse } from "../read/parse.js";
import { expressionText } from "../tree/text.js";
import type { Jets } from "./jets.js";

/** A point that gives derivatives values as one that gives the quantities: polynomials with these derivatives there. */
export function polynomials(
  point: Readonly<Record<string, string>>,
  { jets, graph }: Jets,
): Record<string, string> {
  const valueOf = (name: string): Expr => parse(point[name] ?? "0");
  const own = Object.fromEntries(
    Object.entries(point).filter(([name]) => !jets.has(name) && !graph.has(name)),
  );
  for (const name of graph.names) {
    const known = [...jets].filter(([jet, { of }]) => of === name && jet in point);
    if (known.length === 0 && !(name in point)) continue;
    for (const root of graph.roots(name)) own[root] ??= point[root] ?? "0";
    const terms = known.map(([jet, { by }]) => {
      const factors = [...new Set(by)].map((arg) => {
        const power = by.filter((one) => one === arg).length;
        const gap = subtract(symbol(marked(arg)), valueOf(arg));
        return over(toThe(gap, number(power)), number(factorial(power)));
      });
      return times(valueOf(jet), ...factors);
    });
    const text = expressionText(simplified(sumOf(valueOf(name), ...terms)));
    own[name] = text.replaceAll(mark, "");
  }
  return own;
}

/** An argument that is called e is no number here. */
const mark = "#";
const marked = (name: string) => mark + name;
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** An expression in its normal form, where it has one. */
export function simplified(expr: Expr): Expr {
  const ctx = newContext();
  const form = tryForm(ctx, expr);
  return form ? formExpression(ctx, form) : expr;
}
