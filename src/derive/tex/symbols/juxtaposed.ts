import type { Expr } from "../../tree/expression.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";

/** Symbols of units that are set upright. */
const units = new Set(
  "m km cm mm nm s ms min h d g kg mg t N J kJ W kW V A K C F Hz kHz MHz Pa kPa bar mol L rad deg eV B kB MB GB bit".split(
    " ",
  ),
);

/** `(f + g)(x)`: a letter alone in parentheses right after others is mostly an argument. */
export function refuseArgument(reading: Reading): void {
  const [before, open, inside, close] = [-1, 0, 1, 2].map(
    (ahead) => reading.tokens[reading.next + ahead],
  );
  if (!is(before, ")") || !is(open, "(") || !is(close, ")")) return;
  if (inside.kind !== "letter" || reading.declared.symbols.has(inside.text)) return;
  throw refuse(
    reading,
    open,
    `${inside.text} in parentheses after others may be an argument or a factor`,
    `write it without parentheses for the factor, \\operatorname{h}(${inside.text}) with a name of its own for the function`,
  );
}

/** `c2^{n-1}`: a number with a letter in its exponent is a factor, and no index that was set on the line. */
function isPowerOfNumber(reading: Reading): boolean {
  if (peek(reading).kind !== "number" || !is(peek(reading, 1), "^")) return false;
  return peek(reading, is(peek(reading, 2), "{") ? 3 : 2).kind === "letter";
}

/** Two numbers side by side, and a number after a name, are slips or mean something else. */
export function refuseNumbers(reading: Reading, before: Expr): void {
  const token = peek(reading);
  if (before.kind === "symbol" && isPowerOfNumber(reading)) return;
  if (token.kind === "number" && !is(reading.tokens[reading.next - 1], "!")) {
    throw refuse(
      reading,
      token,
      "a number follows without a sign",
      "write \\times or \\cdot before it",
    );
  }
  const isUnit = token.kind === "word" && token.command !== "mathbb" && units.has(token.text);
  if (before.kind === "number" && isUnit) {
    throw refuse(
      reading,
      token,
      `${token.text} after a number may be a unit`,
      "write the numbers in one unit and leave it out; another letter for a quantity",
    );
  }
  const numbers = (ahead: number) =>
    is(peek(reading, ahead), "{") && peek(reading, ahead + 1).kind === "number";
  if (
    before.kind === "number" &&
    /^[td]?frac$/.test(token.text) &&
    (numbers(1) || peek(reading, 1).kind === "number")
  ) {
    throw refuse(
      reading,
      token,
      "a fraction after a number may be a mixed number or a product",
      "write \\cdot for the product, + for the mixed number",
    );
  }
}
