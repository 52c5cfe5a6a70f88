import { Rational } from "../num/index.js";

/** An expression as the engine holds it: a tree that no other library knows. */
export type Expr =
  | { kind: "number"; value: Rational }
  | { kind: "symbol"; name: string }
  /** `x[n]`: an entry of an indexed family. */
  | { kind: "index"; name: string; index: Expr }
  | { kind: "add"; left: Expr; right: Expr }
  | { kind: "mul"; left: Expr; right: Expr }
  | { kind: "div"; left: Expr; right: Expr }
  | { kind: "pow"; left: Expr; right: Expr }
  | { kind: "neg"; of: Expr }
  /** A function of its arguments: exp, log, sqrt, abs, max, D, sum, integrate, or one that is unknown. */
  | { kind: "call"; name: string; args: Expr[] };

export const number = (value: Rational | bigint): Expr => ({
  kind: "number",
  value: typeof value === "bigint" ? Rational.of(value) : value,
});
export const symbol = (name: string): Expr => ({ kind: "symbol", name });
export const binary = (kind: "add" | "mul" | "div" | "pow", left: Expr, right: Expr): Expr => ({
  kind,
  left,
  right,
});
export const negate = (of: Expr): Expr => ({ kind: "neg", of });
export const subtract = (left: Expr, right: Expr): Expr => binary("add", left, negate(right));

/** The direct parts of an expression. */
export function parts(expr: Expr): Expr[] {
  switch (expr.kind) {
    case "number":
    case "symbol":
      return [];
    case "index":
      return [expr.index];
    case "neg":
      return [expr.of];
    case "call":
      return expr.args;
    default:
      return [expr.left, expr.right];
  }
}

/** Calls that bind a name: the position of that name among their arguments. */
export const binders: Record<string, number> = { sum: 1, prod: 1, integrate: 1 };

/** The names that an expression leaves free, indexed families with `[]` after their name. */
export function freeNames(expr: Expr, found = new Set<string>()): Set<string> {
  if (expr.kind === "symbol") found.add(expr.name);
  if (expr.kind === "index") found.add(`${expr.name}[]`);
  const at = expr.kind === "call" ? binders[expr.name] : undefined;
  if (expr.kind === "call" && at !== undefined) {
    const bound = expr.args[at];
    const inner = freeNames(expr.args[0]);
    if (bound?.kind === "symbol") inner.delete(bound.name);
    for (const name of inner) found.add(name);
    for (const limit of expr.args.slice(at + 1)) freeNames(limit, found);
  } else {
    for (const part of parts(expr)) freeNames(part, found);
  }
  return found;
}

/** The expression with some symbols replaced; names bound inside are left alone. */
export function substitute(expr: Expr, values: ReadonlyMap<string, Expr>): Expr {
  if (values.size === 0) return expr;
  const go = (part: Expr) => substitute(part, values);
  switch (expr.kind) {
    case "number":
      return expr;
    case "symbol":
      return values.get(expr.name) ?? expr;
    case "index":
      return { ...expr, index: go(expr.index) };
    case "neg":
      return negate(go(expr.of));
    case "call": {
      const at = binders[expr.name];
      const bound = at === undefined ? undefined : expr.args[at];
      if (at === undefined || bound?.kind !== "symbol") return { ...expr, args: expr.args.map(go) };
      const inner = new Map([...values].filter(([name]) => name !== bound.name));
      const args = expr.args.map((arg, i) =>
        i < at ? substitute(arg, inner) : i === at ? arg : go(arg),
      );
      return { ...expr, args };
    }
    default:
      return binary(expr.kind, go(expr.left), go(expr.right));
  }
}

/** One text for one tree, for comparing trees. */
export function treeKey(expr: Expr): string {
  if (expr.kind === "number") return `${expr.value}`;
  if (expr.kind === "symbol") return expr.name;
  const name = "name" in expr ? expr.name : expr.kind;
  return `${name}${expr.kind === "index" ? "[" : "("}${parts(expr).map(treeKey).join(",")})`;
}
