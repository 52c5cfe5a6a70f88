import { DerivationError, GaveUp } from "../tree/errors.js";
import { longestText } from "../tree/text.js";
import type { Expr } from "../tree/expression.js";
import { isStatement, readStatement } from "./proposition.js";
import { readPlain } from "./reader.js";
import { refuseUnclear } from "./unclear.js";
import { refuseWords } from "./words.js";

/** Levels of brackets, powers or signs: readers and the prover call themselves for each, within what a stack bears. */
const deepest = 400;

/**
 * Reads an expression in mathjs syntax, with `D(e, x)`, `sum(e, n, lo, hi)`, `integrate(e, x, a, b)`, `x[n]` and
 * `p(C=1 | T=1)`; or a statement such as `x = 2 or x = -2`. Decimals are exact; no name is a unit.
 *
 * @throws DerivationError if the text is no expression of this kind
 * @throws GaveUp if it is longer or deeper than what is worth reading
 */
export function parse(text: string): Expr {
  if (typeof text !== "string" || text.trim() === "") {
    throw new DerivationError("expression must be a text that is not empty");
  }
  if (text.length > longestText) throw new GaveUp(`an expression of ${text.length} characters`);
  refuseDepth(text);
  return isStatement(text) ? readStatement(text, readExpression) : readExpression(text);
}

function readExpression(text: string): Expr {
  refuseUnclear(text);
  const expr = readPlain(text);
  refuseWords(expr, text);
  return expr;
}

function refuseDepth(text: string): void {
  let [depth, powers, signs] = [0, 0, 0];
  for (const letter of text) {
    if (letter === "(" || letter === "[") depth++;
    else if (letter === ")" || letter === "]") depth--;
    powers = letter === "^" ? powers + 1 : "+*/,".includes(letter) ? 0 : powers;
    signs = letter === "-" ? signs + 1 : " +".includes(letter) ? signs : 0;
    if (depth + powers + signs > deepest) throw new GaveUp(`a nesting deeper than ${deepest}`);
  }
}
