import { number, sumOf } from "../../tree/expression.js";
import { compared, type Unfold } from "./unfold.js";

/** The integer n that is not above u: n <= u < n + 1. */
export const unfoldFloor: Unfold = (asked, [u], relation, value) => {
  if (!asked.isInteger(value)) return undefined;
  const next = sumOf(value, number(1n));
  const [from, below] = [compared(u, ">=", value), compared(u, "<", next)];
  if (relation === "=") return [[from, below]];
  if (relation === "!=") return [[compared(u, "<", value)], [compared(u, ">=", next)]];
  if (relation === ">=" || relation === "<") return [[compared(u, relation, value)]];
  return [[relation === "<=" ? below : compared(u, ">=", next)]];
};
