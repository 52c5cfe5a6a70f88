import { Unsupported } from "../errors.js";
import { call as callExpr, partialName } from "../expression.js";
import { add } from "../form/addition.js";
import { constant, isZero, multiply } from "../form/form.js";
import type { Kind } from "../form/kinds.js";
import { opaque } from "../form/opaque.js";
import { callForm } from "../functions/calls.js";
import { slope as slopeOf } from "../functions/circular.js";
import { boundSign } from "../signs/atomSign.js";

/** A function of which its arguments are known, and what is said of it by its name. */
export const call: Kind<"call"> = {
  rebuild: (ctx, { name, args }, put) =>
    callForm(
      ctx,
      name,
      args.map((arg) => put(arg)),
    ),
  expression: ({ name, args }, write) => callExpr(name, ...args.map(write)),
  derivative(ctx, { name, args }, _, slope) {
    const { ring } = ctx;
    const inner = args.map(slope);
    if (inner.every(isZero)) return constant(ring, 0n);
    if (name === "floor" || name === "delta" || name === "factorial")
      throw new Unsupported(`the derivative of ${name}`);
    if (name === "sin" || name === "cos")
      return multiply(ring, inner[0], slopeOf(ctx, name, args[0]));
    // The chain rule with the partial derivatives of a function that is not known.
    const terms = inner.map((part, i) =>
      multiply(ring, part, opaque(ctx, partialName(name, i + 1), args)),
    );
    return add(ring, ...terms);
  },
  sign(signs, atom) {
    if (atom.name === "factorial") return { side: 1, weak: false };
    if (atom.name === "delta" || signs.densities.has(atom.name)) return { side: 1, weak: true };
    if (atom.name === "floor" && signs.nonnegative(atom.args[0])) return { side: 1, weak: true };
    return boundSign(signs, atom);
  },
};
