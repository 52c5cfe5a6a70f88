import type { Expr } from "../../tree/expression.js";
import { type Fraction, fraction } from "../numbers/fraction.js";

/** The direct parts of a tree, as `parts` of the prover has them: a slip there must not hide itself here. */
export function partsOf(expr: Expr): Expr[] {
  switch (expr.kind) {
    case "number":
    case "symbol":
    case "event":
      return [];
    case "index":
      return expr.indices;
    case "add":
      return expr.terms;
    case "mul":
      return expr.factors;
    case "neg":
      return [expr.of];
    case "call":
      return expr.args;
    case "list":
      return expr.items;
    default:
      return [expr.left, expr.right];
  }
}

/** The name that a call binds in its first argument. */
function bindsIn(expr: Expr): string | undefined {
  if (expr.kind !== "call" || !["sum", "prod", "integrate", "at", "limit"].includes(expr.name))
    return undefined;
  const [, name] = expr.args;
  return name?.kind === "symbol" ? name.name : undefined;
}

/** Names that stand free; families and functions are not among them, nor are the constants. */
export function namesIn(
  expr: Expr,
  found = new Set<string>(),
  bound: readonly string[] = [],
): Set<string> {
  if (expr.kind === "symbol") {
    if (!bound.includes(expr.name) && !constants.has(expr.name)) found.add(expr.name);
    return found;
  }
  const own = bindsIn(expr);
  if (own === undefined || expr.kind !== "call") {
    for (const part of partsOf(expr)) namesIn(part, found, bound);
    return found;
  }
  const [body, , ...rest] = expr.args;
  const limits = expr.name === "limit" ? rest.slice(0, 1) : rest;
  namesIn(body, found, [...bound, own]);
  for (const limit of limits) namesIn(limit, found, bound);
  return found;
}
const constants = new Set(["pi", "e", "Infinity"]);

/** Whether a limit is infinite, and on which side. */
export const infinite = (expr: Expr): 1 | -1 | undefined => {
  if (expr.kind === "neg") return infinite(expr.of) === 1 ? -1 : undefined;
  return expr.kind === "symbol" && expr.name === "Infinity" ? 1 : undefined;
};

export function walk(expr: Expr, visit: (expr: Expr) => void): void {
  visit(expr);
  for (const part of partsOf(expr)) walk(part, visit);
}

/** Names that count something: they limit a sum or stand under a factorial or in an index. */
export function countsIn(exprs: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  const all = (some: readonly Expr[]) => some.forEach((one) => namesIn(one, found));
  for (const expr of exprs)
    walk(expr, (one) => {
      if (one.kind === "index") all(one.indices);
      if (one.kind !== "call") return;
      if (one.name === "sum" || one.name === "prod") all(one.args.slice(2));
      if (one.name === "factorial") all(one.args);
      if (one.name === "binomial") all(one.args.slice(1));
    });
  return found;
}

/** Whether an integral or a limit stands in a tree: their enclosures get no narrower with longer numbers. */
export function holdsIntegral(expr: Expr): boolean {
  let found = false;
  walk(expr, (one) => {
    if (one.kind === "call" && (one.name === "integrate" || one.name === "limit")) found = true;
  });
  return found;
}

/** The fraction that an exponent of digits alone is. */
export function constantOf(expr: Expr): Fraction | undefined {
  if (expr.kind === "number") return { n: expr.value.num, d: expr.value.den };
  if (expr.kind === "neg") {
    const value = constantOf(expr.of);
    return value && { n: -value.n, d: value.d };
  }
  if (expr.kind !== "div") return undefined;
  const [left, right] = [constantOf(expr.left), constantOf(expr.right)];
  return left && right && right.n !== 0n ? fraction(left.n * right.d, left.d * right.n) : undefined;
}
