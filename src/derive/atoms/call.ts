import { noProcedure } from "../tree/errors.js";
import { call as callExpr, partialName } from "../tree/expression.js";
import { add } from "../form/ring/addition.js";
import { constant, isZero, multiply } from "../form/ring/form.js";
import type { Kind } from "../form/kinds.js";
import { opaque } from "../form/opaque.js";
import { callForm, overForms } from "../library/callForm.js";
import { library } from "../library/library.js";
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
    const known = library.get(name);
    if (known?.jumps && !known.partials) throw noProcedure(`the derivative of ${name}`);
    const partials = overForms(ctx, args, (formOf, ...places) =>
      known?.partials?.(...places)?.map(formOf),
    );
    const terms = inner.map((part, i) => {
      if (isZero(part)) return part;
      // The partial derivatives of a function that is not known are functions that are not known.
      return multiply(ring, part, partials?.[i] ?? opaque(ctx, partialName(name, i + 1), args));
    });
    return add(ring, ...terms);
  },
  sign(signs, atom) {
    if (signs.densities.has(atom.name)) return { side: 1, weak: true };
    return library.get(atom.name)?.sign?.(signs, ...atom.args) ?? boundSign(signs, atom);
  },
  integer(_, { name, args }, isInteger) {
    const integer = library.get(name)?.integer;
    return integer === "always" || (integer === "of integers" && args.every(isInteger));
  },
  lemmas(ctx, atom) {
    const known = library.get(atom.name)?.known;
    if (!known) return;
    overForms(ctx, [ctx.ring.form(atom), ...atom.args], (formOf, value, ...args) => {
      for (const { expr, relation } of known(value, ...args))
        ctx.signs.learn(formOf(expr), relation, "");
    });
  },
};
