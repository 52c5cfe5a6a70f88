import { call } from "../tree/expression.js";
import { isZero, multiplyAll, raise } from "../form/ring/form.js";
import type { Kind } from "../form/kinds.js";
import { absolute as absoluteForm } from "../functions/absolute.js";

export const absolute: Kind<"abs"> = {
  rebuild: (ctx, { of }, put) => absoluteForm(ctx, put(of)),
  expression: ({ of }, write) => call("abs", write(of)),
  derivative(ctx, atom, _, slope) {
    const inner = slope(atom.of);
    if (isZero(inner)) return inner;
    ctx.applied.add("derivative-of-absolute-value");
    ctx.suppose(atom.of, "nonzero", "an absolute value has no derivative at 0");
    const { ring } = ctx;
    return multiplyAll(ring, [inner, atom.of, raise(ring, ring.form(atom), -1)]);
  },
  sign: (signs, { of }) => ({ side: 1, weak: !signs.nonzero(of) }),
};
