import { Rational } from "../../num/index.js";
import { type Expr, negate, number, over, times, toThe } from "../tree/expression.js";
import type { Context } from "./context.js";
import { type Form, isZero } from "./ring/form.js";
import { kindOf } from "./kinds.js";
import { whole } from "./ring/monomial.js";
import type { Poly } from "./ring/polynomial.js";
import type { Atom } from "./ring/ring.js";

/** One part of an expression that is written out. */
const costOfPart = 4;

/**
 * A form as an expression, for evaluating it and for naming it to a reader.
 *
 * @throws GaveUp where the atoms stand in each other so often that the expression would be much longer than the form
 */
export function formExpression(ctx: Context, form: Form): Expr {
  ctx.ring.spend(costOfPart, () => "a form that is very long as an expression");
  if (isZero(form)) return number(0n);
  const [up, down]: [Expr[], Expr[]] = [[], []];
  const put = (base: Expr, exponent: Rational) => {
    const size = exponent.abs();
    const power = size.equals(Rational.of(1n)) ? base : toThe(base, number(size));
    (exponent.sign > 0 ? up : down).push(power);
  };
  const written = (atom: Atom) =>
    kindOf(ctx.rules.kinds, atom).expression(atom, (part) => formExpression(ctx, part));
  form.mono.atoms.forEach((id, i) =>
    put(written(ctx.ring.atoms[id]), Rational.of(BigInt(form.mono.exponents[i]), BigInt(whole))),
  );
  for (const { poly, exponent } of form.factors)
    put(polyExpression(ctx, poly), Rational.of(BigInt(exponent)));
  const scale = form.scale.abs();
  if (scale.num !== 1n || up.length === 0) up.unshift(number(scale.num));
  if (scale.den !== 1n) down.unshift(number(scale.den));
  const product = (factors: Expr[]) => (factors.length === 1 ? factors[0] : times(...factors));
  const size = down.length ? over(product(up), product(down)) : product(up);
  return form.scale.sign < 0 ? negate(size) : size;
}

function polyExpression(ctx: Context, poly: Poly): Expr {
  const terms = [...poly].map(([mono, value]) =>
    formExpression(ctx, { scale: Rational.of(value), mono, factors: [] }),
  );
  return terms.length === 1 ? terms[0] : { kind: "add", terms };
}
