import { subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import {
  constant,
  divide,
  type Factor,
  type Form,
  fromPoly,
  isZero,
  multiply,
  multiplyAll,
  negated,
  raise,
} from "../form/ring/form.js";
import { linearIn } from "../form/linear.js";
import { whole } from "../form/ring/monomial.js";
import { formNames } from "../form/ring/ring.js";

/** A factor `slope * name + offset` of a denominator. */
interface Divisor {
  form: Form;
  slope: Form;
  offset: Form;
}

/** Each step takes one power off, and makes two terms of one. */
const mostDegree = 12;

/**
 * One step of splitting a term with a linear denominator in a name, as two terms; undefined if there is nothing to split:
 *
 *     1/(L M) = (s/M - r/L)/d  with L = r n + a, M = s n + b, d = s a - r b;   n/L = 1/r - (a/r)/L
 */
export function partialFractions(ctx: Context, inside: Form, name: string): Form[] | undefined {
  const { ring } = ctx;
  const divisors: Divisor[] = [];
  const n = ring.form(ring.symbol(name));
  const at = inside.mono.atoms.indexOf(ring.symbol(name).id);
  const power = at < 0 ? 0 : inside.mono.exponents[at] / whole;
  if (!Number.isInteger(power) || Math.abs(power) > mostDegree) return undefined;
  if (power < 0) {
    divisors.push({ form: n, slope: constant(ring, 1n), offset: constant(ring, 0n) });
  }
  for (const factor of inside.factors) {
    const own = divisorOf(ctx, factor, name);
    if (own === "other") return undefined;
    if (own) divisors.push(own);
  }
  if (divisors.length >= 2) {
    const [one, two] = divisors;
    const gap = subtractForms(
      ring,
      multiply(ring, two.slope, one.offset),
      multiply(ring, one.slope, two.offset),
    );
    if (isZero(gap) || !ctx.signs.nonzero(gap)) return undefined;
    ctx.applied.add("partial-fractions");
    const rest = divide(ring, inside, gap);
    return [
      multiplyAll(ring, [rest, two.slope, one.form]),
      negated(multiplyAll(ring, [rest, one.slope, two.form])),
    ];
  }
  if (divisors.length === 1 && power > 0) {
    // n = (L - a)/r
    const [{ form, slope, offset }] = divisors;
    const lower = multiply(ring, inside, raise(ring, n, -1));
    const over = divide(ring, lower, slope);
    return [multiply(ring, over, form), negated(multiply(ring, over, offset))];
  }
  return undefined;
}

function divisorOf(
  ctx: Context,
  { poly, exponent }: Factor,
  name: string,
): Divisor | "other" | undefined {
  const form = fromPoly(ctx.ring, poly);
  if (!formNames(ctx.ring, form).has(name)) return undefined;
  const linear = exponent < 0 && exponent >= -mostDegree ? linearIn(ctx, form, name) : undefined;
  if (!linear || formNames(ctx.ring, linear.slope).has(name)) return "other";
  return { form, ...linear };
}
