import { subtractForms } from "../../form/ring/addition.js";
import { constant } from "../../form/ring/form.js";
import type { AtomOf } from "../../form/kinds.js";
import type { Sign, Signs } from "../../form/signs.js";

/** The sign of all terms of a sum or product from 1 to u, where u is not negative. */
export function signOfTerms(
  signs: Signs,
  { body, bound, upto }: AtomOf<"sum"> | AtomOf<"prod">,
): Sign | undefined {
  const { ring } = signs;
  const sign = signs.scoped(() => {
    signs.integer(bound);
    const above = subtractForms(ring, ring.form(ring.symbol(bound)), constant(ring, 1n));
    signs.learn(above, ">=", "");
    return signs.sign(body);
  });
  return sign && signs.nonnegative(upto) ? sign : undefined;
}
