import type { Context } from "../../form/context.js";
import { constantValue } from "../../tree/constants.js";
import { type Expr, symbol } from "../../tree/expression.js";
import { substitute } from "../../tree/names.js";
import type { Sign } from "../../form/signs.js";
import { tryForm } from "../../form/tryForm.js";

/** The sign that the way in which an expression is written shows: squares, products, sums of like signs. */
export function signAsWritten(ctx: Context, expr: Expr): Sign | undefined {
  const own = ofParts(ctx, expr);
  if (own) return own;
  if (["add", "mul", "div", "neg"].includes(expr.kind)) return undefined;
  const form = tryForm(ctx, expr);
  return form && ctx.signs.sign(form);
}

function ofParts(ctx: Context, expr: Expr): Sign | undefined {
  const go = (part: Expr) => signAsWritten(ctx, part);
  switch (expr.kind) {
    case "number":
      return expr.value.sign === 0 ? undefined : { side: expr.value.sign as 1 | -1, weak: false };
    case "neg":
      return times(go(expr.of), { side: -1, weak: false });
    case "mul":
      return expr.factors.map(go).reduce(times);
    case "div":
      return times(go(expr.left), go(expr.right));
    case "add":
      return expr.terms.map(go).reduce(plus);
    case "pow": {
      const exponent = constantValue(expr.right);
      if (!exponent?.isInteger || exponent.num % 2n !== 0n) return undefined;
      const base = go(expr.left);
      return { side: 1, weak: !base || base.weak };
    }
    case "call": {
      if (expr.name !== "sum" || expr.args.length !== 4) return undefined;
      const [body, bound] = expr.args;
      if (bound.kind !== "symbol") return undefined;
      const name = ctx.fresh(bound.name);
      const sign = go(substitute(body, new Map([[bound.name, symbol(name)]])));
      return sign && { side: sign.side, weak: true };
    }
    default:
      return undefined;
  }
}

function times(one: Sign | undefined, two: Sign | undefined): Sign | undefined {
  if (!one || !two) return undefined;
  return { side: (one.side * two.side) as 1 | -1, weak: one.weak || two.weak };
}

function plus(one: Sign | undefined, two: Sign | undefined): Sign | undefined {
  if (!one || !two || one.side !== two.side) return undefined;
  return { side: one.side, weak: one.weak && two.weak };
}
