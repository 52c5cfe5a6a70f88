import { call } from "../tree/expression.js";
import { multiply } from "../form/ring/form.js";
import type { Kind } from "../form/kinds.js";
import { exponential as exponentialForm } from "../functions/exponential.js";

export const exponential: Kind<"exp"> = {
  rebuild: (ctx, { of }, put) => exponentialForm(ctx, put(of)),
  expression: ({ of }, write) => call("exp", write(of)),
  derivative: ({ ring }, atom, _, slope) => multiply(ring, slope(atom.of), ring.form(atom)),
  sign: () => ({ side: 1, weak: false }),
  logarithm: (_, { of }) => of,
};
