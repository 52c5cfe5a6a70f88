import { Rational } from "../../num/index.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import {
  asRational,
  constant,
  divide,
  type Form,
  fromPoly,
  isZero,
  multiply,
  multiplyAll,
  negated,
} from "../form/ring/form.js";
import { linearTerms } from "../form/linear.js";
import { whole } from "../form/ring/monomial.js";
import { formNames } from "../form/ring/ring.js";
import { exponential } from "../functions/exponential.js";
import { gammaForm } from "../functions/gammas.js";
import { logarithm } from "../functions/logarithm.js";
import type { Limit } from "./limit.js";

/**
 * Euler's integrals, with convergence as a condition:
 *
 *     int_0^oo x^(a - 1) e^(-b x) dx = Gamma(a)/b^a,  int_0^1 x^(a - 1) (1 - x)^(b - 1) dx = Gamma(a) Gamma(b)/Gamma(a + b)
 */
export function eulerIntegral(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Limit,
  upper: Limit,
): Form | undefined {
  const { ring } = ctx;
  if (!lower || !isZero(lower)) return undefined;
  const one = constant(ring, 1n);
  const isUnit = upper !== undefined && isZero(subtractForms(ring, upper, one));
  if (upper && !isUnit) return undefined;
  const x = ring.form(ring.symbol(bound));
  const powers = powersIn(ctx, inside, bound, upper ? [x, subtractForms(ring, one, x)] : [x]);
  if (!powers) return undefined;
  const [a, b] = powers.exponents.map((exponent) => add(ring, exponent, one));
  const scale = constant(ring, powers.sign < 0 ? inside.scale.neg() : inside.scale);
  const converges = (form: Form) => ctx.suppose(form, "positive", "the integral converges");
  if (upper) {
    if (!isZero(powers.rate)) return undefined;
    [a, b].forEach(converges);
    ctx.applied.add("euler-integral");
    const [over, under] = [[a, b], [add(ring, a, b)]].map((all) =>
      multiplyAll(
        ring,
        all.map((one) => gammaForm(ctx, one)),
      ),
    );
    return multiply(ring, scale, divide(ring, over, under));
  }
  const rate = negated(powers.rate);
  if (isZero(rate)) return undefined;
  [a, rate].forEach(converges);
  ctx.applied.add("euler-integral");
  return ctx.signs.scoped(() => {
    ctx.signs.learn(rate, ">", "");
    const below = exponential(ctx, multiply(ring, a, logarithm(ctx, rate)));
    return multiply(ring, scale, divide(ring, gammaForm(ctx, a), below));
  });
}

/** The exponents of the bases in a product of their powers, and c in e^(c x) beside them; undefined for any other term. */
function powersIn(
  ctx: Context,
  inside: Form,
  bound: string,
  bases: Form[],
): { exponents: Form[]; rate: Form; sign: number } | undefined {
  const { ring } = ctx;
  let sign = 1;
  const zero = constant(ring, 0n);
  const exponents = bases.map(() => zero);
  let rate = zero;
  const isConstant = (form: Form) => !formNames(ring, form).has(bound);
  /** A base to a power, with what is left of it as a number; false where it is none of the bases. */
  const put = (base: Form, power: Form): boolean => {
    const at = bases.findIndex((own) => isZero(subtractForms(ring, own, base)));
    if (at < 0 || !isConstant(power)) return false;
    exponents[at] = add(ring, exponents[at], power);
    return true;
  };
  for (const { poly, exponent } of inside.factors) {
    const base = fromPoly(ring, poly);
    if (put(base, constant(ring, exponent))) continue;
    // A polynomial has its own sign: x - 1 stands for 1 - x.
    if (!put(negated(base), constant(ring, exponent))) return undefined;
    if (exponent % 2 !== 0) sign = -sign;
  }
  for (const [i, id] of inside.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    const units = constant(ring, Rational.of(BigInt(inside.mono.exponents[i]), BigInt(whole)));
    if (atom.kind === "symbol" && put(ring.form(ring.symbol(atom.name)), units)) continue;
    if (atom.kind === "power" && put(atom.of, multiply(ring, units, atom.exponent))) continue;
    if (atom.kind === "root") {
      const part = constant(ring, Rational.of(1n, BigInt(atom.degree)));
      if (put(atom.of, multiply(ring, units, part))) continue;
    }
    if (atom.kind !== "exp") return undefined;
    for (const { inside: own, outside } of linearTerms(
      ctx,
      multiply(ring, units, atom.of),
      bound,
    )) {
      if (!isConstant(outside)) return undefined;
      if (isZero(subtractForms(ring, own, bases[0])) && bases.length === 1) {
        rate = add(ring, rate, outside);
        continue;
      }
      const log = logarithmOf(ctx, own);
      if (!log || !put(log, outside)) return undefined;
    }
  }
  return { exponents, rate, sign };
}

/** u, for log(u). */
function logarithmOf({ ring }: Context, form: Form): Form | undefined {
  const [id] = form.mono.atoms;
  const atom = form.mono.atoms.length === 1 ? ring.atoms[id] : undefined;
  const isPlain =
    form.factors.length === 0 &&
    asRational({ ...form, mono: ring.monomials.one })?.num === form.scale.den;
  return isPlain && atom?.kind === "log" && form.mono.exponents[0] === whole ? atom.of : undefined;
}
