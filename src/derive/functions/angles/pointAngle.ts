import { Rational } from "../../../num/index.js";
import { Undefined } from "../../tree/errors.js";
import { add } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { constant, divide, type Form, isZero, multiply, negated } from "../../form/ring/form.js";
import { opaque } from "../../form/opaque.js";
import { arcTangentForm } from "./arcForms.js";

/** The angle of a point by an arc tangent, where the signs of its coordinates show by which. */
export function angleOfPoint(ctx: Context, y: Form, x: Form): Form {
  const { ring, signs } = ctx;
  const pi = ring.form(ring.atom("pi", () => ({ kind: "pi" })));
  const quarter = multiply(ring, constant(ring, Rational.of(1n, 2n)), pi);
  if (isZero(x) && isZero(y)) throw new Undefined("the origin has no angle");
  if (signs.positive(x)) return arcTangentForm(ctx, divide(ring, y, x));
  const beside = () => negated(isZero(x) ? x : arcTangentForm(ctx, divide(ring, x, y)));
  if (signs.positive(y)) return add(ring, quarter, beside());
  if (signs.positive(negated(y))) return add(ring, negated(quarter), beside());
  if (signs.positive(negated(x)) && signs.nonnegative(y))
    return add(ring, pi, arcTangentForm(ctx, divide(ring, y, x)));
  return opaque(ctx, "atan2", [y, x]);
}
