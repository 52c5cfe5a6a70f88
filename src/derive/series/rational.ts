import { Rational } from "../../num/index.js";
import { Diverges } from "../tree/errors.js";
import { add } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { asRational, constant, type Form, isZero, multiply, raise } from "../form/ring/form.js";
import { formAtoms } from "../form/ring/ring.js";
import { linearTerms } from "../form/linear.js";
import { partialFractions } from "../sums/apart.js";
import { linearFactors } from "./linearFactors.js";

/** c/(n + a)^m */
interface Part {
  c: Form;
  a: Rational;
  m: number;
}

/** The sums of 1/n^2, 1/n^4 and 1/n^6 over these powers of pi. */
const zeta = new Map([
  [2, 6n],
  [4, 90n],
  [6, 945n],
]);
/** Terms that a shift writes out. */
const mostTerms = 60n;

/**
 * The sum of a rational function of n: what telescopes, and powers of pi for 1/n^2 and other even powers; undefined for what is
 * none of these.
 *
 * @throws Diverges where the terms fall too slowly
 */
export function rationalSeries(
  ctx: Context,
  body: Form,
  bound: string,
  from: Rational,
): Form | undefined {
  const { ring } = ctx;
  const own = [...formAtoms(body)].filter((id) => ring.atoms[id].names.has(bound));
  if (own.some((id) => ring.atoms[id].kind !== "symbol")) return undefined;
  const parts = partsOf(ctx, body, bound);
  if (!parts || parts.some(({ a }) => a.isInteger && from.add(a).sign <= 0)) return undefined;
  const slow = parts.filter(({ m }) => m <= 1);
  const falls = add(ring, ...slow.filter(({ m }) => m === 1).map(({ c }) => c));
  const rises = slow.filter(({ m }) => m <= 0);
  if (rises.length > 0 || !isZero(falls)) {
    if (rises.length > 0 || ctx.signs.nonzero(falls))
      throw new Diverges("an endless sum does not converge, since its terms fall too slowly");
    return undefined;
  }
  const values = telescoped(ctx, slow, from);
  if (!values) return undefined;
  for (const { c, a, m } of parts.filter((part) => part.m > 1)) {
    const below = zeta.get(m);
    if (below === undefined || !a.isInteger || from.add(a).num > mostTerms) return undefined;
    const pi = ring.form(ring.atom("pi", () => ({ kind: "pi" })));
    const whole = multiply(ring, raise(ring, pi, m), constant(ring, Rational.of(1n, below)));
    const first = Array.from({ length: Number(from.add(a).num) - 1 }, (_, k) =>
      constant(ring, Rational.of(-1n, BigInt(k + 1) ** BigInt(m))),
    );
    values.push(multiply(ring, c, add(ring, whole, ...first)));
  }
  ctx.applied.add("telescoping-series");
  return add(ring, ...values);
}

/** The sum of c_i/(n + a_i), whose c_i add up to 0 where the a_i differ by integers. */
function telescoped(ctx: Context, parts: Part[], from: Rational): Form[] | undefined {
  const { ring } = ctx;
  const values: Form[] = [];
  const classes = new Map<string, Part[]>();
  for (const part of parts) {
    const key = `${part.a.sub(Rational.of(part.a.floor()))}`;
    classes.set(key, [...(classes.get(key) ?? []), part]);
  }
  for (const own of classes.values()) {
    const least = own.reduce((low, { a }) => (a.compare(low) < 0 ? a : low), own[0].a);
    if (!isZero(add(ring, ...own.map(({ c }) => c)))) return undefined;
    for (const { c, a } of own) {
      const count = a.sub(least).num;
      if (count > mostTerms) return undefined;
      for (let k = 0n; k < count; k++) {
        const place = from.add(least).add(Rational.of(k));
        values.push(multiply(ring, c, constant(ring, Rational.of(-1n).div(place))));
      }
    }
  }
  return values;
}

/** A rational function in partial fractions with rational poles. */
function partsOf(ctx: Context, body: Form, bound: string): Part[] | undefined {
  const found: Part[] = [];
  for (const { inside, outside } of linearTerms(ctx, body, bound)) {
    const apart = partialFractions(ctx, inside, bound);
    if (apart) {
      for (const part of apart) {
        const own = partsOf(ctx, multiply(ctx.ring, part, outside), bound);
        if (!own) return undefined;
        found.push(...own);
      }
      continue;
    }
    const split = linearFactors(ctx, multiply(ctx.ring, inside, outside), bound);
    if (!split || split.factors.length > 1) return undefined;
    const [factor] = split.factors;
    const a = factor ? asRational(factor.offset) : Rational.of(0n);
    if (!a) return undefined;
    found.push({ c: split.rest, a, m: factor ? -factor.exponent : 0 });
  }
  return found;
}
