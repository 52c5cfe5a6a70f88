import type { Assumptions } from "../assumptions/assumptions.js";
import { statedNames } from "../assumptions/statedNames.js";
import { numbersIn } from "../meanings/matrices.js";
import { visitParts } from "../meanings/occurrences.js";
import type { RuleId } from "../../record/types.js";
import { constantValue } from "../tree/constants.js";
import { type Expr, parts } from "../tree/expression.js";
import type { Arrays } from "./sizes/arrays.js";
import { operations } from "./sizes/operations.js";

/** The equations of a statement such as `A = B and x != y`; of other comparisons sizes are to agree, too. */
export function equationsIn(statement: Expr): [Expr, Expr][] {
  if (statement.kind !== "call") return [];
  const [left, right] = statement.args;
  return comparisons.has(statement.name) ? [[left, right]] : parts(statement).flatMap(equationsIn);
}

const comparisons = new Set(["=", "!=", "<", "<=", ">", ">="]);

/** The names that are said to be numbers, or stand where only a number can. */
export const numbersOf = (sides: readonly Expr[], assumptions: Assumptions): Set<string> =>
  numbersIn(sides, statedNames(assumptions));

/** The rules that sides call for beside sums of products. */
export function rulesOf(sides: readonly Expr[]): RuleId[] {
  const found = new Set<RuleId>(["matrix-normal-form"]);
  for (const side of sides)
    visitParts(side, (part) => {
      const operation = part.kind === "call" ? operations.get(part.name) : undefined;
      if (operation === "derivative" || operation === "hessian") found.add("index-derivative");
      const exponent = part.kind === "pow" ? constantValue(part.right) : undefined;
      if (operation === "inverse" || (exponent && exponent.sign < 0)) found.add("matrix-inverse");
    });
  return [...found];
}

/** Whether a function or an operation takes a list of matrices: `transpose([[A, B], [C, D]])` is none of its entries. */
export function worksOnBlocks(expr: Expr, arrays: Arrays): boolean {
  const isBlock = (part: Expr): boolean => part.kind === "list" && arrays.isIn(part);
  const isStatement =
    expr.kind === "call" && (comparisons.has(expr.name) || /^(?:and|or|not)$/.test(expr.name));
  const own = parts(expr);
  if (expr.kind !== "list" && !isStatement && own.some(isBlock)) return true;
  return own.some((part) => worksOnBlocks(part, arrays));
}
