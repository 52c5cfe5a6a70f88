import type { Expr } from "../../tree/expression.js";
import { isOneGroup } from "./groups.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";
import { mentions } from "../../tree/names.js";
import type { Token } from "../reading/tokens.js";

/**
 * Refuses `\prod_{n=1}^N p_n c`: unlike a sum, a product does not let a factor out of it.
 *
 * @param begin where the body that was read began
 */
export function refuseLoose(
  reading: Reading,
  operator: Token,
  body: Expr,
  { name, begin }: { name: string | undefined; begin: number },
): void {
  if (operator.text !== "prod" || isOneGroup(reading, begin)) return;
  if (body.kind !== "mul" || reading.scouting) return;
  if (name !== undefined && mentions(body.factors.at(-1)!, name)) return;
  throw refuse(
    reading,
    operator,
    `it is not clear whether the last factor belongs to the product${name ? ` over ${name}` : ""}`,
    "put what it ranges over in parentheses, or the factor in front",
  );
}

/** Refuses `\sum_{n=1}^N -x_n`, of which the sign could be meant for the sum. */
export function refuseSign(reading: Reading): void {
  if (!is(peek(reading), "-")) return;
  throw refuse(
    reading,
    peek(reading),
    "a sign right after the limits",
    "put what it ranges over in parentheses",
  );
}
