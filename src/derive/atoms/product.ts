import { noProcedure } from "../tree/errors.js";
import { call, number, symbol } from "../tree/expression.js";
import { divide, isZero, multiply } from "../form/ring/form.js";
import type { Kind } from "../form/kinds.js";
import { logarithm } from "../functions/logarithm.js";
import { boundSign } from "../signs/atomSign.js";
import { productTo } from "../sums/products.js";
import { prefixOf } from "../sums/sums.js";
import { signOfTerms } from "./shared/series.js";

/** A product from 1 on. */
export const product: Kind<"prod"> = {
  rebuild: (ctx, { body, bound, upto }, put) => productTo(ctx, put(body, bound), bound, put(upto)),
  expression: ({ body, bound, upto }, write) =>
    call("prod", write(body), symbol(bound), number(1n), write(upto)),
  derivative(ctx, atom, _, slope) {
    const { body, bound, upto } = atom;
    if (!isZero(slope(upto))) throw noProcedure("the derivative of a product by its limit");
    const inner = slope(body);
    if (isZero(inner)) return inner;
    const { ring } = ctx;
    const own = ring.form(atom);
    ctx.applied.add("derivative-of-product");
    ctx.suppose(own, "nonzero", "the derivative of a product divides by its factors");
    return multiply(ring, own, prefixOf(ctx, divide(ring, inner, body), bound, upto));
  },
  sign(signs, atom) {
    const terms = signOfTerms(signs, atom);
    return terms && terms.side > 0 ? terms : boundSign(signs, atom);
  },
  logarithm(ctx, { body, bound, upto }) {
    const terms = ctx.signs.scoped(() => {
      ctx.signs.integer(bound);
      return ctx.signs.positive(body) ? logarithm(ctx, body) : undefined;
    });
    return terms && prefixOf(ctx, terms, bound, upto);
  },
};
