import { Rational } from "../../../num/index.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import {
  constant,
  divide,
  type Form,
  multiply,
  multiplyAll,
  negated,
} from "../../form/ring/form.js";
import { exponential } from "../../functions/exponential.js";
import { oddForm } from "../../functions/odd.js";
import { rootOf } from "../../functions/roots.js";
import type { Limit } from "../limit.js";

/** Integral of e^(a x^2 + b x + c), a < 0, by the error function, which is -1 and 1 at the infinite limits. */
export function byErrorFunction(
  ctx: Context,
  [c, b, a]: [Form, Form, Form],
  lower: Limit,
  upper: Limit,
): Form {
  const { ring } = ctx;
  const half = constant(ring, Rational.of(1n, 2n));
  const pi = ring.form(ring.atom("pi", () => ({ kind: "pi" })));
  const rate = negated(a);
  const middle = divide(ring, multiply(ring, half, b), rate);
  const root = rootOf(ctx, rate, Rational.of(1n, 2n));
  const top = add(ring, c, multiply(ring, multiply(ring, half, b), middle));
  const [from, to] = [lower, upper].map((limit, i) =>
    limit
      ? oddForm(ctx, "erf", multiply(ring, root, subtractForms(ring, limit, middle)))
      : constant(ring, 2 * i - 1),
  );
  ctx.applied.add("gaussian-integral");
  const scale = divide(ring, multiply(ring, half, rootOf(ctx, pi, Rational.of(1n, 2n))), root);
  return multiplyAll(ring, [scale, exponential(ctx, top), subtractForms(ring, to, from)]);
}
