import { boundName, type Expr, parts } from "../tree/expression.js";

/** Calls `visit` for each part of an expression, with the names that are bound around it. */
export function visitParts(
  expr: Expr,
  visit: (part: Expr, bound: readonly string[]) => void,
  bound: readonly string[] = [],
): void {
  visit(expr, bound);
  const name = boundName(expr);
  if (name === undefined || expr.kind !== "call") {
    for (const part of parts(expr)) visitParts(part, visit, bound);
    return;
  }
  const [body, , ...limits] = expr.args;
  visitParts(body, visit, [...bound, name]);
  for (const limit of limits) visitParts(limit, visit, bound);
}

/** The terms of a sum without their signs; another expression is one term. */
export const termsOf = (expr: Expr): Expr[] =>
  expr.kind === "add" ? expr.terms.flatMap(termsOf) : [unsigned(expr)];

/** The factors of a product or of a quotient's numerator, without a sign. */
export function factorsOf(expr: Expr): Expr[] {
  if (expr.kind === "neg") return factorsOf(expr.of);
  if (expr.kind === "div") return factorsOf(expr.left);
  return expr.kind === "mul" ? expr.factors.flatMap(factorsOf) : [expr];
}

export const unsigned = (expr: Expr): Expr => (expr.kind === "neg" ? unsigned(expr.of) : expr);

export const isSymbol = (expr: Expr, name: string): boolean =>
  expr.kind === "symbol" && expr.name === name;
