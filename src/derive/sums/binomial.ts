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
  raise,
} from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearIn } from "../form/linear.js";
import { whole } from "../form/ring/monomial.js";
import { formNames } from "../form/ring/ring.js";
import { factorialForm } from "../functions/factorials.js";
import { isInteger } from "../functions/integers.js";
import { power } from "../functions/power.js";
import { choose } from "./powerSums.js";

/** Powers of the index beside the coefficient: each asks for the smaller ones. */
const mostPower = 8;
/** Terms that a range may lack at either end of the whole one. */
const mostMissing = 6n;

/** `k^power g(k)/((k + ahead)! (top - k)!)`, where g(k + 1) = ratio g(k). */
interface Term {
  power: number;
  g: Form;
  ratio: Form;
  ahead: number;
  top: Form;
}

/**
 * A sum over a whole range of binomial coefficients, by the binomial theorem and its derivatives:
 *
 *     sum_{k=0}^{n} k (k - 1) ... (k - i + 1) r^k/(k! (n - k)!) = r^i (1 + r)^(n - i) n (n - 1) ... (n - i + 1)/n!
 *
 * A few terms that the range lacks at either end are taken away.
 */
export function binomialSum(
  ctx: Context,
  inside: Form,
  bound: string,
  lo: Form,
  hi: Form,
): Form | undefined {
  const { ring, signs } = ctx;
  const term = termOf(ctx, inside, bound);
  if (!term) return undefined;
  const plus = (form: Form, by: number | bigint) => add(ring, form, constant(ring, by));
  // With m = k + ahead the coefficient is 1/(m! (n - m)!).
  const { ahead } = term;
  const n = plus(term.top, ahead);
  const [first, last] = [
    asRational(plus(lo, ahead)),
    asRational(subtractForms(ring, term.top, hi)),
  ];
  if (!first?.isInteger || !last?.isInteger || !isInteger(ctx, n)) return undefined;
  if (first.sign < 0 || last.sign < 0 || first.num > mostMissing || last.num > mostMissing)
    return undefined;
  const moments = momentsOf(ctx, term, n);
  if (!moments) return undefined;
  ctx.applied.add("binomial-theorem");
  ctx.suppose(n, "nonnegative", "the coefficients are binomial ones");
  const count = plus(subtractForms(ring, hi, lo), 1);
  if (!signs.nonnegative(count)) ctx.require(count, "nonnegative", "the range goes upwards");
  const start = substituteForm(ctx, term.g, bound, constant(ring, -ahead));
  const ofIndex = expanded(ctx, term.power, ahead, (t) => moments[t]);
  const missing: Form[] = [];
  const missed = (m: Form, below: Form) => {
    const size = power(ctx, term.ratio, m);
    const scale = raise(ring, plus(m, -ahead), term.power);
    missing.push(divide(ring, multiply(ring, scale, size), below));
  };
  for (let m = 0n; m < first.num; m++) {
    const rest = factorialForm(ctx, plus(n, -m));
    missed(constant(ring, m), multiply(ring, factorialForm(ctx, constant(ring, m)), rest));
  }
  for (let t = 0n; t < last.num; t++) {
    const place = plus(n, -t);
    missed(place, multiply(ring, factorialForm(ctx, place), factorialForm(ctx, constant(ring, t))));
  }
  return multiply(
    ring,
    start,
    missing.reduce((all, one) => subtractForms(ring, all, one), ofIndex),
  );
}

/** (m - ahead)^power by the powers of m. */
function expanded(ctx: Context, count: number, ahead: number, of: (t: number) => Form): Form {
  const { ring } = ctx;
  const terms: Form[] = [];
  for (let t = 0; t <= count; t++) {
    const weight = choose(count, t) * BigInt(-ahead) ** BigInt(count - t);
    terms.push(multiply(ring, constant(ring, weight), of(t)));
  }
  return add(ring, ...terms);
}

/** The sums of m^t r^m/(m! (n - m)!) over all m, for each t up to the power of the term. */
function momentsOf(ctx: Context, { power: most, ratio }: Term, n: Form): Form[] | undefined {
  const { ring, signs } = ctx;
  const one = constant(ring, 1n);
  const sum = add(ring, one, ratio);
  const falling: Form[] = [];
  let steps = divide(ring, one, factorialForm(ctx, n));
  for (let i = 0; i <= most; i++) {
    const left = subtractForms(ring, n, constant(ring, i));
    const value = powerOfSum(ctx, sum, left, i);
    if (!value) return undefined;
    if (i > 0 && !isZero(sum) && !signs.nonnegative(left))
      ctx.suppose(sum, "nonzero", "it is divided by the sum of both");
    falling.push(multiplyAll(ring, [raise(ring, ratio, i), steps, value]));
    steps = multiply(ring, steps, left);
  }
  return falling.map((_, t) =>
    add(
      ring,
      ...falling
        .slice(0, t + 1)
        .map((own, i) => multiply(ring, constant(ring, stirling(t, i)), own)),
    ),
  );
}

/** (1 + r)^(n - i); 0 where both parts are opposite, for which n has to be larger. */
function powerOfSum(ctx: Context, sum: Form, left: Form, i: number): Form | undefined {
  const { ring, signs } = ctx;
  if (!isZero(sum)) {
    const n = add(ring, left, constant(ring, i));
    return multiply(ring, power(ctx, sum, n), raise(ring, sum, -i));
  }
  return signs.positive(left) ? constant(ring, 0n) : undefined;
}

/** In how many ways t things fall into i heaps. */
function stirling(t: number, i: number): bigint {
  if (t === i) return 1n;
  if (i === 0 || i > t) return 0n;
  return BigInt(i) * stirling(t - 1, i) + stirling(t - 1, i - 1);
}

function termOf(ctx: Context, inside: Form, bound: string): Term | undefined {
  const { ring } = ctx;
  const k = ring.form(ring.symbol(bound));
  const one = constant(ring, 1n);
  let [exponent, g, isOver, top] = [
    0,
    constant(ring, inside.scale),
    false,
    undefined as Form | undefined,
  ];
  for (const [i, id] of inside.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    const units = inside.mono.exponents[i];
    if (atom.kind === "symbol" && atom.name === bound) exponent = units / whole;
    else if (atom.kind === "exp" || atom.kind === "power")
      g = multiply(ring, g, ring.form(atom, units));
    else if (atom.kind === "call" && atom.name === "factorial" && units === -whole) {
      const line = linearIn(ctx, atom.args[0], bound);
      const slope = line && asRational(line.slope);
      if (!line || !slope?.isInteger) return undefined;
      if (slope.num === 1n && isZero(line.offset) && !isOver) isOver = true;
      else if (slope.num === -1n && !top) top = line.offset;
      else return undefined;
    } else return undefined;
  }
  if (!isOver || !top || formNames(ring, top).has(bound)) return undefined;
  // 1/(k! (k + 1)) is 1/(k + 1)!, and so at the other end.
  let ahead = 0;
  let factors = inside.factors;
  const takes = (form: Form): boolean => {
    const at = factors.findIndex(
      (own) => own.exponent === -1 && isConstant(divide(ring, fromPoly(ring, own.poly), form)),
    );
    if (at < 0) return false;
    const ratio = asRational(divide(ring, fromPoly(ring, factors[at].poly), form))!;
    g = divide(ring, g, constant(ring, ratio));
    factors = factors.filter((_, i) => i !== at);
    return true;
  };
  if (exponent === -1) return undefined;
  while (takes(add(ring, k, constant(ring, ahead + 1)))) ahead += 1;
  while (takes(add(ring, subtractForms(ring, top, k), one))) top = add(ring, top, one);
  const isPower = Number.isInteger(exponent) && exponent >= 0 && exponent <= mostPower;
  if (factors.length || !isPower) return undefined;
  const next = substituteForm(ctx, g, bound, add(ring, k, one));
  const ratio = divide(ring, next, g);
  return formNames(ring, ratio).has(bound) ? undefined : { power: exponent, g, ratio, ahead, top };
}

const isConstant = (form: Form): boolean => asRational(form) !== undefined;
