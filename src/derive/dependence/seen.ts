import { boundName, type Call, type Expr, parts } from "../tree/expression.js";

/** A derivative of a bare name, such as `D(D(y, x), x)`: of y, by x twice. */
export interface Seen {
  of: string;
  by: string[];
  /** Whether it is written with \partial. */
  partial: boolean;
}

/** A derivative, ordinary (`D`) or partial (`partial`). */
export type Derivative = Call & { name: "D" | "partial" };

export const isDerivative = (expr: Expr): expr is Derivative =>
  expr.kind === "call" && (expr.name === "D" || expr.name === "partial") && expr.args.length === 2;

/** The name that an expression is a derivative of, and by which names; undefined for anything else. */
export function bareDerivative(expr: Expr): Seen | undefined {
  if (!isDerivative(expr)) return undefined;
  const [of, by] = expr.args;
  if (by.kind !== "symbol") return undefined;
  const partial = expr.name === "partial";
  if (of.kind === "symbol") {
    return of.name === by.name ? undefined : { of: of.name, by: [by.name], partial };
  }
  const inner = bareDerivative(of);
  return inner && { of: inner.of, by: [...inner.by, by.name], partial: inner.partial && partial };
}

/** The derivatives of bare names in an expression, in the order in which they stand; of a name that is bound, none. */
export function derivativesSeen(expr: Expr, bound: readonly string[] = []): Seen[] {
  const found = bareDerivative(expr);
  if (found) return bound.includes(found.of) ? [] : [found];
  const own = boundName(expr);
  const inside = own === undefined ? bound : [...bound, own];
  return parts(expr).flatMap((part) => derivativesSeen(part, inside));
}

/** The names by which is differentiated or integrated anywhere in an expression. */
export function variablesIn(expr: Expr, found = new Set<string>()): Set<string> {
  if (isDerivative(expr) || (expr.kind === "call" && expr.name === "integrate")) {
    const by = expr.args[1];
    if (by?.kind === "symbol" || by?.kind === "index") found.add(by.name);
  }
  for (const part of parts(expr)) variablesIn(part, found);
  return found;
}
