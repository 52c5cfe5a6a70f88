import { cosine, sine } from "../../functions/circular.js";
import { callForm } from "../../library/callForm.js";
import { opaque } from "../../form/opaque.js";
import { normalForm } from "../../form/normalForm.js";
import { formNames } from "../../form/ring/ring.js";
import { asRational, constant, isZero, multiply, negated } from "../../form/ring/form.js";
import { noProcedure } from "../../tree/errors.js";
import type { Expr } from "../../tree/expression.js";
import { Rational } from "../../../num/index.js";
import { type Expansion, factorial } from "./expand.js";
import type { Series } from "./series.js";
import { stirlingCoefficients, stirlingName } from "./stirling.js";

/** The expansion of a function of what a series stands for. */
export function expandCall(at: Expansion, series: Series, name: string, of: Expr): Series {
  switch (name) {
    case "cbrt":
      return cubeRoot(at, series);
    case "sin":
    case "cos":
      return wave(at, series, name, of);
    case "atan":
      return arcTangent(at, series);
    case "floor":
      return floor(at, series, of);
    case stirlingName:
      return stirling(at, series);
    default:
      throw noProcedure(`the limit of ${name}`);
  }
}

function cubeRoot(at: Expansion, series: Series): Series {
  const third = constant(at.math.ring, Rational.of(1n, 3n));
  if (at.side(series) >= 0) return at.power(series, third);
  return at.math.negated(at.power(at.math.negated(series), third));
}

function wave(at: Expansion, series: Series, name: "sin" | "cos", of: Expr): Series {
  const { math, ctx } = at;
  if (at.grows(series)) return math.of(at.of.wave(name, of));
  const { value, rest } = at.split(series);
  const [s, c] = [sine(ctx, value), cosine(ctx, value)];
  const turn = name === "sin" ? [s, c, negated(s), negated(c)] : [c, negated(s), negated(c), s];
  return math.composed(rest, (k) =>
    multiply(math.ring, turn[k % 4], constant(math.ring, Rational.of(1n, factorial(k)))),
  );
}

function arcTangent(at: Expansion, series: Series): Series {
  const { math, ctx } = at;
  if (at.grows(series)) {
    const pi = normalForm(ctx, { kind: "symbol", name: "pi" });
    const half = constant(math.ring, Rational.of(BigInt(at.side(series)), 2n));
    const small = at.power(series, math.constant(-1n));
    return math.add(math.of(multiply(math.ring, half, pi)), math.negated(arcTangent(at, small)));
  }
  const { value, rest } = at.split(series);
  const odd = (k: number) =>
    constant(math.ring, k % 2 ? Rational.of(k % 4 === 1 ? 1n : -1n, BigInt(k)) : 0n);
  if (isZero(value)) return math.composed(rest, odd);
  // atan(a + d) = atan(a) + atan(d/(1 + a (a + d)))
  const one = math.of(math.constant(1n));
  const below = math.add(one, math.scaled(series, value));
  const gap = math.multiply(rest, at.power(below, math.constant(-1n)));
  return math.add(math.of(callForm(ctx, "atan", [value])), math.composed(gap, odd));
}

function floor(at: Expansion, series: Series, of: Expr): Series {
  const { math } = at;
  if (at.grows(series)) return math.add(series, math.negated(math.of(at.of.fraction(of))));
  const { value, rest } = at.split(series);
  const plain = asRational(value);
  if (!plain) return slower(at, series, "floor");
  const below = plain.isInteger && at.side(rest) < 0;
  return math.of(math.constant(plain.floor() - (below ? 1n : 0n)));
}

/** A function of what changes more slowly than w. */
function slower(at: Expansion, series: Series, name: string): Series {
  const { value, rest } = at.split(series);
  const isAlone = rest.terms.length === 0 && !rest.order;
  if (!isAlone || !formNames(at.math.ring, value).has(at.of.name))
    throw noProcedure(`a limit of ${name}`);
  return at.math.of(opaque(at.ctx, name, [value]));
}

function stirling(at: Expansion, series: Series): Series {
  const { math } = at;
  if (!at.grows(series)) return slower(at, series, stirlingName);
  const small = at.power(series, math.constant(-1n));
  const known = math.composed(small, (k) => constant(math.ring, stirlingCoefficients[k] ?? 0n));
  const first = small.terms[0]?.exponent ?? small.order!;
  const order = multiply(math.ring, first, math.constant(BigInt(stirlingCoefficients.length)));
  return math.add(known, { terms: [], order });
}
