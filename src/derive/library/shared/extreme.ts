import { Rational } from "../../../num/index.js";
import { noProcedure } from "../../tree/errors.js";
import { call, type Expr, number, over, subtract, sumOf } from "../../tree/expression.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { constant, type Form, multiply, negated } from "../../form/ring/form.js";
import { absolute } from "../../functions/absolute.js";
import type { Needed } from "./definition.js";

/** Values of which the extreme is worth writing out. */
const most = 8;
const half = Rational.of(1n, 2n);

/** max(a, b) = (a + b + |a - b|)/2, and min(a, b) with a minus. */
export function extremeForm(side: 1 | -1): (ctx: Context, ...args: Form[]) => Form {
  return (ctx, ...args) => {
    if (args.length > most) throw noProcedure(`the extreme of ${args.length} values`);
    const { ring } = ctx;
    return args.reduce((a, b) => {
      const gap = absolute(ctx, subtractForms(ring, a, b));
      return multiply(ring, constant(ring, half), add(ring, a, b, side > 0 ? gap : negated(gap)));
    });
  };
}

/** (1 + s)/2 and (1 - s)/2, with s the sign of a - b, and the other way round for the smaller one. */
export function extremePartials(side: 1 | -1): (...args: Expr[]) => Expr[] | undefined {
  return (a, b, ...more) => {
    if (!b) return [number(1n)];
    if (more.length) return undefined;
    const gap = side > 0 ? subtract(a, b) : subtract(b, a);
    const [sign, one] = [over(gap, call("abs", gap)), number(1n)];
    return [sumOf(one, sign), subtract(one, sign)].map((sum) => over(sum, number(2n)));
  };
}

/** The differences whose signs tell which value is the extreme. */
export const gapsBetween = (...args: Expr[]): Expr[] =>
  args.flatMap((one, i) => args.slice(i + 1).map((other) => subtract(one, other)));

/** A derivative needs that no two values are equal. */
export const extremeDomain = (...args: Expr[]): Needed[] =>
  gapsBetween(...args).map((expr) => ({ expr, inside: "nonzero" }));
