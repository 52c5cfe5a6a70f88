import { Rational } from "../../../num/index.js";
import { Unsupported, noProcedure } from "../../tree/errors.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { expandNumerator } from "../../form/ring/expansion.js";
import {
  constant,
  divide,
  type Form,
  fromPoly,
  isZero,
  multiply,
  multiplyAll,
  negated,
  raise,
} from "../../form/ring/form.js";
import { substituteForm } from "../../form/formSubstitution.js";
import { whole } from "../../form/ring/monomial.js";
import { formNames } from "../../form/ring/ring.js";
import { exponential } from "../../functions/exponential.js";
import { byErrorFunction } from "./errorFunction.js";
import { rootOf } from "../../functions/roots.js";

/** A power x^n is integrated by about n steps, each with one more term. */
const mostPower = 40;

/** Integral of x^k e^q(x), with q of degree 1 over any range or of degree 2 over the line or a half line. */
export function exponentialIntegral(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Form | undefined,
  upper: Form | undefined,
): Form | undefined {
  const { ring } = ctx;
  if (inside.factors.length) return undefined;
  let [power, exponent] = [0, constant(ring, 0n)];
  for (const [i, id] of inside.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    const units = inside.mono.exponents[i];
    if (atom.kind === "exp") {
      const times = constant(ring, Rational.of(BigInt(units), BigInt(whole)));
      exponent = add(ring, exponent, multiply(ring, times, atom.of));
    } else if (atom.kind === "symbol" && atom.name === bound && units % whole === 0 && units > 0) {
      power = units / whole;
    } else return undefined;
  }
  if (isZero(exponent) || power > mostPower) return undefined;
  const quadratic = coefficients(ctx, exponent, bound);
  if (!quadratic) return undefined;
  const [c, b, a] = quadratic;
  if (lower && upper && !isZero(a)) {
    if (power > 0 || !ctx.signs.positive(negated(a))) return undefined;
    return multiply(
      ring,
      constant(ring, inside.scale),
      byErrorFunction(ctx, quadratic, lower, upper),
    );
  }
  const outside = multiply(ring, constant(ring, inside.scale), exponential(ctx, c));
  const rest = isZero(a)
    ? linearIntegral(ctx, power, b, bound, lower, upper)
    : gaussianMoment(ctx, power, negated(a), b, lower, upper);
  if (!isZero(a)) ctx.applied.add("gaussian-integral");
  return multiply(ring, outside, rest);
}

/** Constant, linear and quadratic coefficient of a form in a name. */
export function coefficients(
  ctx: Context,
  form: Form,
  name: string,
): [Form, Form, Form] | undefined {
  const { ring } = ctx;
  const { poly, rest } = expandNumerator(ring, form);
  if (formNames(ring, rest).has(name)) return undefined;
  const found = [0, 1, 2].map(() => [] as Form[]);
  const id = ring.symbol(name).id;
  for (const [term, value] of poly) {
    const at = term.atoms.indexOf(id);
    const degree = at < 0 ? 0 : term.exponents[at] / whole;
    const other = fromPoly(
      ring,
      new Map([[ring.monomials.over(term, ring.monomials.single(id, degree * whole)), value]]),
    );
    if (!(degree in found) || formNames(ring, other).has(name)) return undefined;
    found[degree].push(multiply(ring, rest, other));
  }
  return found.map((terms) => add(ring, ...terms)) as [Form, Form, Form];
}

/**
 * Integral of x^k e^(-a x^2 + b x), a > 0, over the line.
 *
 *     I_0 = sqrt(pi/a) e^(b^2/(4a)),  I_k = b/(2a) I_(k-1) + (k-1)/(2a) I_(k-2)
 */
function gaussianMoment(
  ctx: Context,
  power: number,
  a: Form,
  b: Form,
  lower: Form | undefined,
  upper: Form | undefined,
): Form {
  const { ring } = ctx;
  const sign = ctx.signs.sign(a);
  if (sign && sign.side < 0) throw new Unsupported("an integral does not converge");
  if (lower || upper) return halfLine(ctx, power, a, b, lower, upper);
  ctx.suppose(a, "positive", "the integral converges");
  const pi = ring.form(ring.atom("pi", () => ({ kind: "pi" })));
  const two = multiply(ring, constant(ring, 2n), a);
  const top = divide(ring, multiply(ring, b, b), multiply(ring, constant(ring, 2n), two));
  const first = multiply(ring, rootUnder(ctx, divide(ring, pi, a), a), exponential(ctx, top));
  const moments = [first, multiply(ring, divide(ring, b, two), first)];
  for (let k = 2; k <= power; k++) {
    const one = multiply(ring, divide(ring, b, two), moments[k - 1]);
    const other = divide(ring, multiply(ring, constant(ring, BigInt(k - 1)), moments[k - 2]), two);
    moments.push(add(ring, one, other));
  }
  return moments[power];
}

/** A root taken where `a` was supposed to be positive. */
function rootUnder(ctx: Context, of: Form, a: Form): Form {
  return ctx.signs.scoped(() => {
    ctx.signs.learn(a, ">", "");
    return rootOf(ctx, of, Rational.of(1n, 2n));
  });
}

/** From 0 to infinity, without a linear part: half the moment over the line, or k!/(2 a^(k+1)) for odd powers 2k + 1. */
function halfLine(
  ctx: Context,
  power: number,
  a: Form,
  b: Form,
  lower: Form | undefined,
  upper: Form | undefined,
): Form {
  const { ring } = ctx;
  if (!lower && upper && isZero(upper)) {
    // x -> -x
    const value = halfLine(ctx, power, a, negated(b), upper, undefined);
    return power % 2 ? negated(value) : value;
  }
  if (!lower || upper || !isZero(lower) || !isZero(b)) {
    if (power > 0) throw noProcedure("a Gaussian integral with these limits");
    ctx.suppose(a, "positive", "the integral converges");
    return ctx.signs.scoped(() => {
      ctx.signs.learn(a, ">", "");
      return byErrorFunction(ctx, [constant(ring, 0n), b, negated(a)], lower, upper);
    });
  }
  if (power % 2 === 0) {
    const full = gaussianMoment(ctx, power, a, b, undefined, undefined);
    return multiply(ring, constant(ring, Rational.of(1n, 2n)), full);
  }
  ctx.suppose(a, "positive", "the integral converges");
  let factorial = 1n;
  for (let i = 2n; i <= BigInt((power - 1) / 2); i++) factorial *= i;
  const scale = constant(ring, Rational.of(factorial, 2n));
  return multiply(ring, scale, raise(ring, a, -(power + 1) / 2));
}

/** Integral of x^k e^(b x): the antiderivative e^(b x) sum_j (-1)^j k!/(k-j)! x^(k-j) / b^(j+1). */
function linearIntegral(
  ctx: Context,
  power: number,
  b: Form,
  bound: string,
  lower: Form | undefined,
  upper: Form | undefined,
): Form {
  const { ring, signs } = ctx;
  const x = ring.form(ring.symbol(bound));
  ctx.suppose(b, "nonzero", "the antiderivative divides by it");
  const terms: Form[] = [];
  let factor = 1n;
  for (let j = 0; j <= power; j++) {
    terms.push(
      multiplyAll(ring, [
        constant(ring, factor),
        raise(ring, x, power - j),
        raise(ring, b, -(j + 1)),
      ]),
    );
    factor *= -BigInt(power - j);
  }
  const antiderivative = multiply(
    ring,
    exponential(ctx, multiply(ring, b, x)),
    add(ring, ...terms),
  );
  const at = (limit: Form | undefined, vanishes: 1 | -1): Form => {
    if (limit) return substituteForm(ctx, antiderivative, bound, limit);
    const sign = signs.sign(b);
    if (sign && sign.side !== vanishes) throw new Unsupported("an integral does not converge");
    ctx.applied.add("improper-integral");
    ctx.suppose(vanishes > 0 ? b : negated(b), "positive", "the integral converges");
    return constant(ring, 0n);
  };
  return subtractForms(ring, at(upper, -1), at(lower, 1));
}
