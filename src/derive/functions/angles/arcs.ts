import { Rational } from "../../../num/index.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { constant, divide, type Form, multiply } from "../../form/ring/form.js";
import type { Atom } from "../../form/ring/ring.js";
import { rootOf } from "../roots.js";
import { soleCall } from "./arcForms.js";
import type { Turned } from "./turned.js";

/** The sine and cosine of asin(x), which are x and sqrt(1 - x^2), and of atan(x); undefined for any other angle. */
export function ofArc(ctx: Context, angle: Form): Turned | undefined {
  const { ring } = ctx;
  const arc = arcOf(ctx, angle);
  if (!arc) return undefined;
  const [x] = arc.args;
  const one = constant(ring, 1n);
  const square = multiply(ring, x, x);
  const half = Rational.of(1n, 2n);
  if (arc.name === "asin")
    return { sine: x, cosine: rootOf(ctx, subtractForms(ring, one, square), half) };
  const long = rootOf(ctx, add(ring, one, square), half);
  return { sine: divide(ring, x, long), cosine: divide(ring, one, long) };
}

/** The arc sine or arc tangent that a form is. */
function arcOf(ctx: Context, form: Form): (Atom & { kind: "call" }) | undefined {
  const atom = soleCall(ctx, form);
  return atom?.name === "asin" || atom?.name === "atan" ? atom : undefined;
}
