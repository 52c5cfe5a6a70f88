import { Rational } from "../../num/index.js";
import { Unsupported } from "../errors.js";
import { add, subtractForms } from "../form/addition.js";
import type { Context } from "../form/context.js";
import {
  asRational,
  constant,
  divide,
  type Form,
  isZero,
  multiply,
  negated,
  raise,
} from "../form/form.js";
import { opaque } from "../form/opaque.js";
import { statementNames } from "../read/proposition.js";
import { absolute } from "./absolute.js";
import { cosine, sine, tangent } from "./circular.js";
import { cubeRoot } from "./cubeRoots.js";
import { exponential } from "./exponential.js";
import { binomialForm, factorialForm } from "./factorials.js";
import { floorForm } from "./integers.js";
import { logarithm } from "./logarithm.js";
import { rootOf } from "./roots.js";

const half = Rational.of(1n, 2n);

/** How many arguments a known function takes, and what it is in terms of exp, log, roots and absolute values. */
const known: Record<string, [number, (ctx: Context, ...args: Form[]) => Form]> = {
  exp: [1, exponential],
  log: [1, logarithm],
  ln: [1, logarithm],
  log2: [1, (ctx, x) => quotientOfLogs(ctx, x, constant(ctx.ring, 2n))],
  log10: [1, (ctx, x) => quotientOfLogs(ctx, x, constant(ctx.ring, 10n))],
  sqrt: [1, (ctx, x) => rootOf(ctx, x, half)],
  cbrt: [1, cubeRoot],
  square: [1, (ctx, x) => raise(ctx.ring, x, 2)],
  abs: [1, absolute],
  sign: [1, sign],
  relu: [1, (ctx, x) => larger(ctx, x, constant(ctx.ring, 0n), 1)],
  sigmoid: [1, sigmoid],
  softplus: [
    1,
    (ctx, x) => logarithm(ctx, add(ctx.ring, constant(ctx.ring, 1n), exponential(ctx, x))),
  ],
  sinh: [1, (ctx, x) => hyperbolic(ctx, x, -1)],
  cosh: [1, (ctx, x) => hyperbolic(ctx, x, 1)],
  tanh: [1, (ctx, x) => divide(ctx.ring, hyperbolic(ctx, x, -1), hyperbolic(ctx, x, 1))],
  sin: [1, sine],
  cos: [1, cosine],
  tan: [1, tangent],
  floor: [1, floorForm],
  ceil: [1, (ctx, x) => negated(floorForm(ctx, negated(x)))],
  factorial: [1, factorialForm],
  delta: [2, delta],
  binomial: [2, binomialForm],
};

export const knownFunctions = new Set([...Object.keys(known), "max", "min"]);

/** A function of forms: what it is worth where that is known, an atom where the function is abstract. */
export function callForm(ctx: Context, name: string, args: Form[]): Form {
  if (statementNames.has(name)) throw new Unsupported("a statement inside an expression");
  if (name === "max" || name === "min") return extreme(ctx, args, name === "max" ? 1 : -1);
  if (name === "log" && args.length === 2) return quotientOfLogs(ctx, args[0], args[1]);
  const entry = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!entry) return opaque(ctx, name, args);
  const [count, build] = entry;
  if (args.length !== count)
    throw new Unsupported(
      `${name} takes ${count} argument${count > 1 ? "s" : ""}, got ${args.length}`,
    );
  return build(ctx, ...args);
}

function quotientOfLogs(ctx: Context, of: Form, base: Form): Form {
  return divide(ctx.ring, logarithm(ctx, of), logarithm(ctx, base));
}

/** u/|u|, which leaves the condition that u is not 0. */
function sign(ctx: Context, of: Form): Form {
  ctx.suppose(of, "nonzero", "the sign of 0 is 0", { pointwise: true });
  return divide(ctx.ring, of, absolute(ctx, of));
}

/** max(a, b) = (a + b + |a - b|)/2. */
function larger(ctx: Context, a: Form, b: Form, side: 1 | -1): Form {
  const { ring } = ctx;
  const gap = absolute(ctx, subtractForms(ring, a, b));
  return multiply(ring, constant(ring, half), add(ring, a, b, side > 0 ? gap : negated(gap)));
}

function extreme(ctx: Context, args: Form[], side: 1 | -1): Form {
  if (args.length === 0 || args.length > 8)
    throw new Unsupported(`the extreme of ${args.length} values`);
  return args.reduce((best, arg) => larger(ctx, best, arg, side));
}

function sigmoid(ctx: Context, of: Form): Form {
  const { ring } = ctx;
  const one = constant(ring, 1n);
  return divide(ring, one, add(ring, one, exponential(ctx, negated(of))));
}

function hyperbolic(ctx: Context, of: Form, side: 1 | -1): Form {
  const { ring } = ctx;
  const [up, down] = [exponential(ctx, of), exponential(ctx, negated(of))];
  return multiply(ring, constant(ring, half), add(ring, up, side > 0 ? down : negated(down)));
}

/** Kronecker's delta. */
function delta(ctx: Context, i: Form, j: Form): Form {
  const { ring } = ctx;
  const gap = subtractForms(ring, i, j);
  if (isZero(gap)) return constant(ring, 1n);
  if (asRational(gap)) return constant(ring, 0n);
  const [one] = [gap, negated(gap)].sort((a, b) => (ring.key(a) < ring.key(b) ? -1 : 1));
  return opaque(ctx, "delta", [one, constant(ring, 0n)]);
}
