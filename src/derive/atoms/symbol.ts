import { symbol as symbolExpr } from "../tree/expression.js";
import { constant } from "../form/ring/form.js";
import type { Kind } from "../form/kinds.js";
import { boundSign } from "../signs/atomSign.js";

/** A name. */
export const symbol: Kind<"symbol"> = {
  rebuild: ({ ring }, atom) => ring.form(atom),
  expression: ({ name }) => symbolExpr(name),
  derivative: ({ ring }, atom, { name, entry }) =>
    constant(ring, !entry && atom.name === name ? 1n : 0n),
  sign: boundSign,
  integer: ({ signs }, { name }) => signs.isIntegerName(name),
};
