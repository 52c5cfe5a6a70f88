import type { Expr } from "../../tree/expression.js";
import { isOneGroup } from "./groups.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";
import { mentions } from "../../tree/names.js";
import type { Token } from "../reading/tokens.js";

/**
 * Refuses `\prod_{n=1}^N p_n c` and `\prod_{n=1}^N p_n/c`: unlike a sum, a product does not let a factor out of it.
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
  if ((body.kind !== "mul" && body.kind !== "div") || reading.scouting) return;
  if (body.kind === "div" && !holdsSlash(reading, begin)) return;
  const last = body.kind === "mul" ? body.factors.at(-1)! : body.right;
  if (name !== undefined && mentions(last, name)) return;
  throw refuse(
    reading,
    operator,
    `it is not clear whether the last ${body.kind === "mul" ? "factor" : "divisor"} belongs to the product${name ? ` over ${name}` : ""}`,
    "put what it ranges over in parentheses, or the factor in front",
  );
}

/** Whether a divisor stands behind a slash: a fraction is one group. */
function holdsSlash({ tokens, next }: Reading, begin: number): boolean {
  let depth = 0;
  return tokens.slice(begin, next).some((token) => {
    if (is(token, "(") || is(token, "{")) depth++;
    if (is(token, ")") || is(token, "}")) depth--;
    return depth === 0 && is(token, "/");
  });
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
