import { noProcedure } from "../tree/errors.js";
import { constant, multiplyAll } from "../form/ring/form.js";
import { indexForm } from "../form/formSubstitution.js";
import type { Kind } from "../form/kinds.js";
import { deltaForm } from "../library/delta.js";
import { boundSign } from "../signs/atomSign.js";

/** An entry of an indexed family, `w[i, j]`. */
export const entry: Kind<"index"> = {
  rebuild: (ctx, { name, indices }, put) =>
    indexForm(
      ctx,
      name,
      indices.map((index) => put(index)),
    ),
  expression: ({ name, indices }, write) => ({ kind: "index", name, indices: indices.map(write) }),
  derivative(ctx, atom, by) {
    const zero = constant(ctx.ring, 0n);
    if (!by.entry) {
      if (!atom.names.has(by.name)) return zero;
      throw noProcedure(`the derivative of ${atom.name}[...] by its index`);
    }
    const own = by.entry;
    if (atom.name !== by.name || atom.indices.length !== own.length) return zero;
    const same = atom.indices.map((index, i) => deltaForm(ctx, index, own[i]));
    return multiplyAll(ctx.ring, same);
  },
  sign: boundSign,
};
