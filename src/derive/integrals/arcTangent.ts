import { Rational } from "../../num/index.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import {
  constant,
  divide,
  type Form,
  fromPoly,
  multiply,
  multiplyAll,
  negated,
} from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { arcTangentForm } from "../functions/angles/arcForms.js";
import { rootOf } from "../functions/roots.js";
import { coefficients } from "./gaussian/gaussian.js";
import type { Limit } from "./limit.js";

/** Integral of 1/(a x^2 + b x + c) with a > 0 and no real root: 2/r atan((2 a x + b)/r), r^2 = 4 a c - b^2. */
export function arcTangentIntegral(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Limit,
  upper: Limit,
): Form | undefined {
  const { ring, signs } = ctx;
  const [factor] = inside.factors;
  if (inside.factors.length !== 1 || inside.mono.atoms.length || factor.exponent !== -1)
    return undefined;
  const found = coefficients(ctx, fromPoly(ring, factor.poly), bound);
  if (!found) return undefined;
  const [c, b, a] = found;
  const number = (n: bigint) => constant(ring, n);
  const gap = subtractForms(ring, multiplyAll(ring, [number(4n), a, c]), multiply(ring, b, b));
  if (!signs.positive(a) || !signs.positive(gap)) return undefined;
  const root = rootOf(ctx, gap, Rational.of(1n, 2n));
  const x = ring.form(ring.symbol(bound));
  const above = add(ring, multiplyAll(ring, [number(2n), a, x]), b);
  const pi = ring.form(ring.atom("pi", () => ({ kind: "pi" })));
  const end = multiply(ring, constant(ring, Rational.of(1n, 2n)), pi);
  const at = (limit: Limit, infinite: Form): Form =>
    limit
      ? arcTangentForm(ctx, divide(ring, substituteForm(ctx, above, bound, limit), root))
      : infinite;
  if (!lower || !upper) ctx.applied.add("improper-integral");
  const turned = subtractForms(ring, at(upper, end), at(lower, negated(end)));
  return multiplyAll(ring, [
    constant(ring, inside.scale),
    number(2n),
    turned,
    divide(ring, number(1n), root),
  ]);
}
