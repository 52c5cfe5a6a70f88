import { Rational } from "../../num/index.js";
import { Diverges, Unsupported, noProcedure } from "../tree/errors.js";
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
} from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearIn } from "../form/linear.js";
import { whole } from "../form/ring/monomial.js";
import { formNames } from "../form/ring/ring.js";
import { absolute } from "../functions/absolute.js";
import { isInteger } from "../functions/integers.js";
import { logarithm } from "../functions/logarithm.js";
import { power } from "../functions/power.js";
import { soleAtom } from "./densities.js";
import type { Limit } from "./limit.js";

/** `(slope * x + offset)^exponent`, as which a term may be written. */
interface LinearPower {
  base: Form;
  slope: Form;
  exponent: Form;
}

/** Integral of a power of something linear: u^(k+1)/(k+1), or log |u|; undefined for any other term. */
export function powerIntegral(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Limit,
  upper: Limit,
): Form | undefined {
  const { ring } = ctx;
  const own = linearPower(ctx, inside, bound);
  if (!own) return undefined;
  if (!lower || !upper) return toInfinity(ctx, own, bound, lower, upper);
  const { base, slope, exponent } = own;
  const ends = [lower, upper].map((limit) => substituteForm(ctx, base, bound, limit));
  const plain = asRational(exponent);
  const harmless = plain ? plain.isInteger && plain.sign >= 0 : isCount(ctx, exponent);
  if (!harmless) awayFromZero(ctx, ends, plain, exponent);
  if (plain?.equals(Rational.of(-1n))) {
    const [from, to] = ends.map((end) => logarithm(ctx, absolute(ctx, end)));
    return divide(ring, subtractForms(ring, to, from), slope);
  }
  const next = add(ring, exponent, constant(ring, 1n));
  if (!ctx.signs.nonzero(next))
    throw new Unsupported("the exponent of what is integrated may be -1");
  const [from, to] = ends.map((end) => (isZero(end) ? end : power(ctx, end, next)));
  return divide(ring, subtractForms(ring, to, from), multiply(ring, slope, next));
}

/**
 * Integral of u^k from a positive limit to infinity, which converges where k < -1.
 *
 * @throws Diverges where k is a number from -1 on
 */
function toInfinity(
  ctx: Context,
  { base, slope, exponent }: LinearPower,
  bound: string,
  lower: Limit,
  upper: Limit,
): Form {
  const { ring, signs } = ctx;
  const start = lower && !upper ? substituteForm(ctx, base, bound, lower) : undefined;
  const next = add(ring, exponent, constant(ring, 1n));
  if (start && signs.positive(slope) && signs.positive(start)) {
    if (signs.positive({ ...next, scale: next.scale.neg() })) {
      ctx.applied.add("improper-integral");
      const value = divide(ring, power(ctx, start, next), multiply(ring, slope, next));
      return { ...value, scale: value.scale.neg() };
    }
    if (asRational(exponent)) throw new Diverges("an integral that does not converge");
  }
  throw noProcedure(`an integral of a power of ${ctx.origin(bound)} to infinity`);
}

const isCount = (ctx: Context, form: Form) => isInteger(ctx, form) && ctx.signs.nonnegative(form);

/** A negative power needs ends on one side of 0; a root needs them not negative. */
function awayFromZero(
  ctx: Context,
  ends: Form[],
  plain: Rational | undefined,
  exponent: Form,
): void {
  const { signs } = ctx;
  const aboveMinusOne = signs.positive(add(ctx.ring, exponent, constant(ctx.ring, 1n)));
  const sides = [ends, ends.map((end) => ({ ...end, scale: end.scale.neg() }))];
  const fits = (side: Form[]) =>
    side.every((end) => (aboveMinusOne ? signs.nonnegative(end) : signs.positive(end)));
  if (fits(sides[0]) || (plain?.isInteger && fits(sides[1]))) return;
  throw new Unsupported("the base of what is integrated is not known to stay on one side of 0");
}

function linearPower(ctx: Context, inside: Form, bound: string): LinearPower | undefined {
  const { ring } = ctx;
  const one = constant(ring, 1n);
  const x = ring.form(ring.symbol(bound));
  if (asRational(inside)) return { base: x, slope: one, exponent: constant(ring, 0n) };
  if (inside.factors.length === 1 && inside.mono.atoms.length === 0) {
    const [{ poly, exponent }] = inside.factors;
    return linearBase(ctx, fromPoly(ring, poly), constant(ring, exponent), bound);
  }
  if (inside.factors.length) return undefined;
  if (inside.mono.atoms.length === 1) {
    const atom = ring.atoms[inside.mono.atoms[0]];
    if (atom.kind === "root") {
      const exponent = Rational.of(BigInt(inside.mono.exponents[0]), BigInt(whole * atom.degree));
      return linearBase(ctx, atom.of, constant(ring, exponent), bound);
    }
  }
  let exponent = constant(ring, 0n);
  for (const [i, id] of inside.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    const units = constant(ring, Rational.of(BigInt(inside.mono.exponents[i]), BigInt(whole)));
    if (atom.kind === "symbol" && atom.name === bound) exponent = add(ring, exponent, units);
    else if (atom.kind === "power" && isName(ctx, atom.of, bound)) {
      exponent = add(ring, exponent, multiply(ring, units, atom.exponent));
    } else if (atom.kind === "exp") {
      const own = exponentOf(ctx, atom.of, bound);
      if (!own) return undefined;
      exponent = add(ring, exponent, multiply(ring, units, own));
    } else return undefined;
  }
  return formNames(ring, exponent).has(bound) ? undefined : { base: x, slope: one, exponent };
}

function linearBase(
  ctx: Context,
  base: Form,
  exponent: Form,
  bound: string,
): LinearPower | undefined {
  const linear = linearIn(ctx, base, bound);
  return linear && { base, slope: linear.slope, exponent };
}

function isName(ctx: Context, form: Form, name: string): boolean {
  const atom = soleAtom(ctx, form);
  return atom?.kind === "symbol" && atom.name === name;
}

/** a, for `a log x`. */
function exponentOf(ctx: Context, form: Form, bound: string): Form | undefined {
  const { ring } = ctx;
  const id = form.mono.atoms.find((own) => {
    const atom = ring.atoms[own];
    return atom.kind === "log" && isName(ctx, atom.of, bound);
  });
  if (id === undefined) return undefined;
  const rest = divide(ring, form, ring.form(ring.atoms[id]));
  return formNames(ring, rest).has(bound) ? undefined : rest;
}
