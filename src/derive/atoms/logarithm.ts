import { call } from "../tree/expression.js";
import { subtractForms } from "../form/ring/addition.js";
import { constant, divide, isZero } from "../form/ring/form.js";
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
  /** 1 - 1/t <= log t <= t - 1, and between them where t is not 1. */
  lemmas({ ring, signs }, atom) {
    const excess = subtractForms(ring, atom.of, constant(ring, 1n));
    if (isZero(excess)) return;
    const [relation, log] = [signs.nonzero(excess) ? ">" : ">=", ring.form(atom)] as const;
    signs.learn(subtractForms(ring, excess, log), relation, "");
    signs.learn(subtractForms(ring, log, divide(ring, excess, atom.of)), relation, "");
  },
};
