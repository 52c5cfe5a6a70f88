import { Rational } from "../../num/index.js";
import { Unsupported } from "../tree/errors.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import {
  constant,
  divide,
  type Form,
  isZero,
  multiply,
  negated,
  raise,
} from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearIn } from "../form/linear.js";
import { whole } from "../form/ring/monomial.js";
import { formNames } from "../form/ring/ring.js";
import { cosine, sine } from "../functions/circular.js";
import { exponential } from "../functions/exponential.js";
import type { Limit } from "./limit.js";

/** `cos * cos(angle) + sin * sin(angle)`. */
interface Wave {
  angle: Form;
  cos: Form;
  sin: Form;
}

/** Sines and cosines in one product, and the power of the variable, up to which it is written as a sum of waves. */
const mostFactors = 12;
const mostPower = 20;

/** Integral of x^k e^(c x + d) times sines and cosines of what is linear in x; undefined for any other term. */
export function waveIntegral(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Limit,
  upper: Limit,
): Form | undefined {
  const { ring } = ctx;
  const read = factorsOf(ctx, inside, bound);
  if (!read || (!lower && !upper)) return undefined;
  const { power, exponent, waves } = read;
  const rate = linearIn(ctx, exponent, bound);
  const angles = waves.map(({ angle }) => linearIn(ctx, angle, bound));
  if (!rate || angles.some((one) => !one)) return undefined;
  const x = ring.form(ring.symbol(bound));
  const envelope = exponential(ctx, exponent);
  const parts = waves.map((wave, i) => {
    const { slope, offset } = angles[i]!;
    const turned = { ...wave, angle: isZero(slope) ? offset : wave.angle };
    const sum = antiderivative(ctx, { wave: turned, power, rate: rate.slope, slope }, x);
    const whole = multiply(ring, envelope, sum);
    return subtractForms(
      ring,
      at(ctx, whole, bound, upper, negated(rate.slope)),
      at(ctx, whole, bound, lower, rate.slope),
    );
  });
  return multiply(ring, constant(ring, inside.scale), add(ring, ...parts));
}

const valueOf = (ctx: Context, { angle, cos, sin }: Wave): Form =>
  add(
    ctx.ring,
    multiply(ctx.ring, cos, cosine(ctx, angle)),
    multiply(ctx.ring, sin, sine(ctx, angle)),
  );

/** The value at a limit; at an infinite one 0, where the envelope falls. */
function at(ctx: Context, form: Form, bound: string, limit: Limit, fall: Form): Form {
  if (limit) return substituteForm(ctx, form, bound, limit);
  if (ctx.signs.nonnegative(negated(fall)))
    throw new Unsupported("an integral of waves may not converge");
  ctx.suppose(fall, "positive", "the integral converges");
  ctx.applied.add("improper-integral");
  return constant(ctx.ring, 0n);
}

/**
 * x^k (a cos t + b sin t) e^(c x), with t' = w, is the derivative of x^k (p cos t + q sin t) e^(c x), less what is one
 * power lower, where c p + w q = a and c q - w p = b.
 */
function antiderivative(
  ctx: Context,
  { wave, power, rate, slope }: { wave: Wave; power: number; rate: Form; slope: Form },
  x: Form,
): Form {
  const { ring } = ctx;
  const times = (a: Form, b: Form) => multiply(ring, a, b);
  const square = add(ring, times(rate, rate), times(slope, slope));
  if (isZero(square)) {
    const next = constant(ring, BigInt(power + 1));
    return divide(ring, times(raise(ring, x, power + 1), valueOf(ctx, wave)), next);
  }
  if (!ctx.signs.nonzero(rate)) ctx.suppose(slope, "nonzero", "the antiderivative divides by it");
  const terms: Form[] = [];
  let { cos, sin } = wave;
  for (let k = power; k >= 0; k--) {
    const p = divide(ring, subtractForms(ring, times(rate, cos), times(slope, sin)), square);
    const q = divide(ring, add(ring, times(slope, cos), times(rate, sin)), square);
    terms.push(times(raise(ring, x, k), valueOf(ctx, { angle: wave.angle, cos: p, sin: q })));
    const less = constant(ring, -BigInt(k));
    [cos, sin] = [times(less, p), times(less, q)];
  }
  return add(ring, ...terms);
}

/** A term as a power of the variable, an exponent, and a sum of waves; undefined where it is no such product. */
function factorsOf(
  ctx: Context,
  inside: Form,
  bound: string,
): { power: number; exponent: Form; waves: Wave[] } | undefined {
  const { ring } = ctx;
  if (inside.factors.length) return undefined;
  const nothing = constant(ring, 0n);
  let [power, exponent, count] = [0, nothing, 0];
  let waves: Wave[] = [{ angle: nothing, cos: constant(ring, 1n), sin: nothing }];
  for (const [i, id] of inside.mono.atoms.entries()) {
    const atom = ring.atoms[id];
    const units = inside.mono.exponents[i];
    const times = units / whole;
    if (atom.kind === "exp") {
      const share = constant(ring, Rational.of(BigInt(units), BigInt(whole)));
      exponent = add(ring, exponent, multiply(ring, share, atom.of));
    } else if (!Number.isInteger(times) || times < 0) return undefined;
    else if (atom.kind === "symbol" && atom.name === bound) power = times;
    else if (atom.kind === "call" && (atom.name === "sin" || atom.name === "cos")) {
      count += times;
      if (count > mostFactors) return undefined;
      for (let k = 0; k < times; k++) waves = multiplied(ctx, waves, atom.name, atom.args[0]);
    } else return undefined;
  }
  const isWave = count > 0 && power <= mostPower && formNames(ring, inside).has(bound);
  return isWave ? { power, exponent, waves } : undefined;
}

/** A sum of waves times one more sine or cosine, by the sum and the difference of the angles. */
function multiplied(ctx: Context, waves: Wave[], by: "sin" | "cos", angle: Form): Wave[] {
  const { ring } = ctx;
  const half = (form: Form) => multiply(ring, constant(ring, Rational.of(1n, 2n)), form);
  return waves.flatMap((wave) => {
    const [cos, sin] = [half(wave.cos), half(wave.sin)];
    const [sum, gap] = [add(ring, wave.angle, angle), subtractForms(ring, wave.angle, angle)];
    return by === "cos"
      ? [
          { angle: sum, cos, sin },
          { angle: gap, cos, sin },
        ]
      : [
          { angle: sum, cos: negated(sin), sin: cos },
          { angle: gap, cos: sin, sin: negated(cos) },
        ];
  });
}
