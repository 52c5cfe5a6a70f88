import type { Expr } from "../../tree/expression.js";
import { type Reading, refuse } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** `a \times b` of two letters may be a cross product, or a size; of a number or a known quantity it is none. */
export function refuseCross(reading: Reading, sign: Token, left: Expr, right: Expr): void {
  if (reading.scouting || ![left, right].every((side) => mayBeVector(reading, side))) return;
  throw refuse(
    reading,
    sign,
    "\\times between two letters may be a cross product, a size or a product",
    "write \\cdot for the product of two numbers",
  );
}

function mayBeVector(reading: Reading, expr: Expr): boolean {
  const { declared, evidence } = reading;
  switch (expr.kind) {
    case "symbol":
      return !declared.symbols.has(expr.name) && !evidence.numbers.has(expr.name);
    case "index":
      return !declared.families.has(expr.name);
    case "neg":
      return mayBeVector(reading, expr.of);
    case "add":
      return expr.terms.every((term) => mayBeVector(reading, term));
    case "mul":
      return expr.factors.some((factor) => mayBeVector(reading, factor));
    default:
      return false;
  }
}
