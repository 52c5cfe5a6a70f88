import { call, type Expr, toThe } from "../expression.js";
import { exponent } from "./exponents.js";
import { peek, type Reading, is, refuse, takes } from "./reading.js";

/** Reads the exponent and the factorial signs after an expression that is one piece. */
export function powered(reading: Reading, base: Expr): Expr {
  let expr = base;
  if (takes(reading, "^")) {
    expr = toThe(expr, exponent(reading));
    if (is(peek(reading), "^")) {
      throw refuse(reading, peek(reading), "a second exponent", "put the power in parentheses");
    }
  }
  if (expr !== base && is(peek(reading), "!")) {
    throw refuse(reading, peek(reading), "a factorial after an exponent", "put one in parentheses");
  }
  while (takes(reading, "!")) expr = call("factorial", expr);
  return expr;
}
