import { noProcedure } from "../tree/errors.js";
import { call, number, symbol } from "../tree/expression.js";
import { isZero } from "../form/ring/form.js";
import type { Kind } from "../form/kinds.js";
import { boundSign } from "../signs/atomSign.js";
import { prefixOf } from "../sums/sums.js";
import { signOfTerms } from "./shared/series.js";

/** A sum from 1 on. */
export const sum: Kind<"sum"> = {
  rebuild: (ctx, { body, bound, upto }, put) => prefixOf(ctx, put(body, bound), bound, put(upto)),
  expression: ({ body, bound, upto }, write) =>
    call("sum", write(body), symbol(bound), number(1n), write(upto)),
  derivative(ctx, { body, bound, upto }, _, slope) {
    if (!isZero(slope(upto))) throw noProcedure("the derivative of a sum by its limit");
    return prefixOf(ctx, slope(body), bound, upto);
  },
  sign(signs, atom) {
    const terms = signOfTerms(signs, atom);
    if (!terms) return boundSign(signs, atom);
    return { side: terms.side, weak: terms.weak || !signs.positive(atom.upto) };
  },
  integer: (_, { body }, isInteger) => isInteger(body),
};
