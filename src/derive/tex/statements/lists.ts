import { type Expr, parts } from "../../tree/expression.js";
import { vocabularyOf } from "../reading/vocabulary.js";
import { type Reading, refuse } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** `(a, b) = 1`, `[A, B] = AB - BA`: a list equals no number, so that the brackets mean something else. */
export function refuseListAndNumber(
  reading: Reading,
  relation: Token,
  sides: readonly [Expr, Expr],
): void {
  const list = sides.findIndex(({ kind }) => kind === "list");
  if (list < 0 || !isNumber(reading, sides[1 - list])) return;
  throw refuse(
    reading,
    relation,
    "a list and a number are never equal: these brackets may be a divisor, a binomial, an interval or a commutator",
    "write \\binom{n}{k} for a binomial, the definition for the others",
  );
}

/** Whether an expression can be no list: it has none inside, and no name that may stand for one. */
function isNumber({ declared }: Reading, expr: Expr): boolean {
  if (expr.kind === "symbol" || expr.kind === "call") return false;
  const { symbols, functions } = vocabularyOf([expr]);
  return (
    !hasList(expr) &&
    functions.size === 0 &&
    ![...symbols].some((name) => declared.symbols.has(name))
  );
}

const hasList = (expr: Expr): boolean => expr.kind === "list" || parts(expr).some(hasList);
