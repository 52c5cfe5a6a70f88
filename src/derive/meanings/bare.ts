import { type Declared, declaredAs } from "../assumptions/declared.js";
import { type Expr, parts } from "../tree/expression.js";

/** Operators whose first argument names a function. */
const operators = new Set("D partial grad gradient".split(" "));

/**
 * Why a claim is not decided in which a declared function stands without its argument, or a declared family without its
 * index: as a quantity of the same name it would be another one.
 */
export function bareIn(sides: readonly Expr[], declared: readonly Declared[]): string | undefined {
  const functions = declaredAs(declared, "function");
  const families = declaredAs(declared, "family");
  const visit = (expr: Expr): string | undefined => {
    if (expr.kind === "symbol" && functions.has(expr.name))
      return `${expr.name} is declared to be a function and stands without an argument: write ${expr.name}(x), or another letter for a quantity`;
    if (expr.kind === "symbol" && families.has(expr.name))
      return `${expr.name} is declared to be a family and stands without an index: write ${expr.name}[i], or another letter for a quantity`;
    const isOperator = expr.kind === "call" && operators.has(expr.name);
    for (const part of parts(expr)) {
      const isNamed = isOperator && part === expr.args[0] && part.kind === "symbol";
      const found = isNamed ? undefined : visit(part);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const side of sides) {
    const found = visit(side);
    if (found !== undefined) return found;
  }
  return undefined;
}
