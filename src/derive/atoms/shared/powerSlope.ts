import type { Rational } from "../../../num/index.js";
import type { Context } from "../../form/context.js";
import { constant, type Form, isZero, multiplyAll, raise } from "../../form/ring/form.js";

/** The derivative of u^k, `own`, from that of u: k u' u^k/u. `why` says what is divided by u, where that may be 0. */
export function powerSlope(
  ctx: Context,
  own: Form,
  of: Form,
  exponent: Form | Rational,
  inner: Form,
  why: string | undefined,
): Form {
  if (isZero(inner)) return inner;
  ctx.applied.add("derivative-of-power");
  if (why !== undefined) ctx.suppose(of, "nonzero", why);
  const times = "mono" in exponent ? exponent : constant(ctx.ring, exponent);
  return multiplyAll(ctx.ring, [times, inner, own, raise(ctx.ring, of, -1)]);
}
