import { fraction } from "../../../src/derive/oracle/numbers/fraction.js";
import type { Defined } from "../../../src/derive/oracle/evaluate/functions.js";

/** e^(x/2) (e^(x/2) - e^(-x/2))/x. */
export const exprel: Defined = (field, [x]) => {
  const one = field.of(fraction(1));
  if (field.sign(x) === 0) return one;
  const root = field.exp(field.mul(field.of(fraction(1, 2)), x));
  const gap = field.add(root, field.neg(field.div(one, root)));
  return field.div(field.mul(root, gap), x);
};
