import type { Context } from "../form/context.js";
import { type Form, isZero, negated } from "../form/ring/form.js";
import { opaque } from "../form/opaque.js";

/** A function with f(-x) = -f(x), of which nothing else is known: its sign is taken out. */
export function oddForm(ctx: Context, name: string, of: Form): Form {
  if (isZero(of)) return of;
  return of.scale.sign < 0 ? negated(opaque(ctx, name, [negated(of)])) : opaque(ctx, name, [of]);
}
