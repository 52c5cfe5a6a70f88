import { Rational } from "../../num/index.js";

/** An expression as the engine holds it: a tree that no other library knows. */
export type Expr =
  | { kind: "number"; value: Rational }
  | { kind: "symbol"; name: string }
  /** `x[n]`, `w[i, j]`: an entry of an indexed family. */
  | { kind: "index"; name: string; indices: Expr[] }
  | { kind: "add"; terms: Expr[] }
  | { kind: "mul"; factors: Expr[] }
  | { kind: "div"; left: Expr; right: Expr }
  | { kind: "pow"; left: Expr; right: Expr }
  | { kind: "neg"; of: Expr }
  /** A function of its arguments: exp, log, sqrt, abs, max, D, sum, integrate, or one that is unknown. */
  | { kind: "call"; name: string; args: Expr[] }
  /** `p(C=1, T=1 | B=0)`: the probability of an event. */
  | { kind: "event"; measure: string; event: Outcome[]; given: Outcome[] }
  /** `[a, b]`: a vector; a matrix is a list of rows. */
  | { kind: "list"; items: Expr[] };

/** A discrete variable having a value. */
export interface Outcome {
  variable: string;
  value: string;
}
export type Call = Expr & { kind: "call" };

export const number = (value: Rational | bigint | number): Expr => ({
  kind: "number",
  value: value instanceof Rational ? value : Rational.of(BigInt(value)),
});
export const symbol = (name: string): Expr => ({ kind: "symbol", name });
export const negate = (of: Expr): Expr => ({ kind: "neg", of });
export const sumOf = (...terms: Expr[]): Expr => ({ kind: "add", terms });
export const subtract = (left: Expr, right: Expr): Expr => sumOf(left, negate(right));
export const times = (...factors: Expr[]): Expr => ({ kind: "mul", factors });
export const over = (left: Expr, right: Expr): Expr => ({ kind: "div", left, right });
export const toThe = (left: Expr, right: Expr): Expr => ({ kind: "pow", left, right });
export const call = (name: string, ...args: Expr[]): Call => ({ kind: "call", name, args });

/** The direct parts of an expression. */
export function parts(expr: Expr): Expr[] {
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

/** The same expression with other direct parts, in the order of `parts`. */
export function withParts(expr: Expr, next: Expr[]): Expr {
  switch (expr.kind) {
    case "number":
    case "symbol":
    case "event":
      return expr;
    case "index":
      return { ...expr, indices: next };
    case "add":
      return { ...expr, terms: next };
    case "mul":
      return { ...expr, factors: next };
    case "neg":
      return { ...expr, of: next[0] };
    case "call":
      return { ...expr, args: next };
    case "list":
      return { ...expr, items: next };
    default:
      return { ...expr, left: next[0], right: next[1] };
  }
}

/** An expression with each of its parts changed; one without parts as it is. */
export function withEach(expr: Expr, change: (part: Expr) => Expr): Expr {
  const own = parts(expr);
  return own.length
    ? withParts(
        expr,
        own.map((part) => change(part)),
      )
    : expr;
}

/** Calls whose second argument is a name that they bind in the first. */
const binders = new Set(
  (
    "sum prod integrate at limit limsup liminf expectation integrateOver sumOver prodOver maxOver " +
    "minOver supOver infOver argmaxOver argminOver"
  ).split(" "),
);

/** The name that a call binds in its first argument, if it binds one. */
export function boundName(expr: Expr): string | undefined {
  if (expr.kind !== "call" || !binders.has(expr.name)) return undefined;
  const name = expr.args[1];
  return name?.kind === "symbol" ? name.name : undefined;
}

/** One text for one tree, for comparing trees. */
export function treeKey(expr: Expr): string {
  if (expr.kind === "number") return `${expr.value}`;
  if (expr.kind === "symbol") return expr.name;
  if (expr.kind === "event") {
    const list = (outcomes: Outcome[]) => outcomes.map((o) => `${o.variable}=${o.value}`).join();
    return `${expr.measure}(${list(expr.event)}|${list(expr.given)})`;
  }
  return `${headOf(expr)}(${parts(expr).map(treeKey).join(",")})`;
}

function headOf(expr: Expr): string {
  if (expr.kind === "index") return `${expr.name}[]`;
  if (expr.kind !== "call") return expr.kind;
  // A function may have the name of a kind, as mul does in mul(a, b), and is no product then.
  return kinds.has(expr.name) ? `${expr.name}()` : expr.name;
}

const kinds = new Set<string>(["add", "mul", "div", "pow", "neg", "list"] satisfies Expr["kind"][]);

/** Name of the partial derivative of an unknown function by its k-th argument, from 1. */
export const partialName = (fn: string, k: number): string => `${fn}'${k}`;
