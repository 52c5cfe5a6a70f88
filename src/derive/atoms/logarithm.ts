import { call } from "../expression.js";
import { subtractForms } from "../form/addition.js";
import { constant, divide, isZero } from "../form/form.js";
import type { Kind } from "../form/kinds.js";
import { logarithm as logarithmForm } from "../functions/logarithm.js";
import { boundSign } from "../signs/atomSign.js";

export const logarithm: Kind<"log"> = {
  rebuild: (ctx, { of }, put) => logarithmForm(ctx, put(of)),
  expression: ({ of }, write) => call("log", write(of)),
  derivative: ({ ring }, { of }, _, slope) => divide(ring, slope(of), of),
  /** log u has the sign of u - 1. */
  sign(signs, atom) {
    const excess = subtractForms(signs.ring, atom.of, constant(signs.ring, 1n));
    return (isZero(excess) ? undefined : signs.sign(excess)) ?? boundSign(signs, atom);
  },
};
