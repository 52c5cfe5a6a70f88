import { call, type Expr, toThe } from "../../tree/expression.js";
import { exponent } from "./exponents.js";
import { takesTranspose, transposed } from "./transposes.js";
import { peek, type Reading, is, refuse, takes } from "../reading/reading.js";

/** Reads the exponent and the factorial signs after an expression that is one piece. */
export function powered(reading: Reading, base: Expr): Expr {
  let expr = base;
  if (is(peek(reading), "^") && isTransposed(reading)) return powered(reading, transposed(base));
  if (takes(reading, "^")) {
    expr = toThe(expr, exponent(reading));
    if (is(peek(reading), "^")) {
      throw refuse(reading, peek(reading), "a second exponent", "put the power in parentheses");
    }
  }
  if (expr !== base && is(peek(reading), "!")) {
    throw refuse(reading, peek(reading), "a factorial after an exponent", "put one in parentheses");
  }
  return takes(reading, "!") ? factorialOf(reading, expr) : expr;
}

/** The factorial whose sign was taken; a second one would make it a double factorial. */
export function factorialOf(reading: Reading, of: Expr): Expr {
  if (is(peek(reading), "!")) {
    throw refuse(
      reading,
      peek(reading),
      "!! is the double factorial, which is not read",
      "write (n!)! for a factorial twice, the product of a double factorial with its limits",
    );
  }
  return call("factorial", of);
}

function isTransposed(reading: Reading): boolean {
  reading.next++;
  if (takesTranspose(reading)) return true;
  reading.next--;
  return false;
}
