import type { Expr } from "../../tree/expression.js";
import { nothingFound } from "../reading/evidence.js";
import type { Reading } from "../reading/reading.js";

/** Reads names without noting them. */
export function quietly(reading: Reading, read: () => Expr): Expr {
  const { found } = reading;
  reading.found = nothingFound();
  const expr = read();
  reading.found = found;
  return expr;
}
