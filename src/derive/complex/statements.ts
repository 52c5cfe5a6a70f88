import { Unsupported } from "../tree/errors.js";
import { call, type Expr, number } from "../tree/expression.js";
import { squaresOf } from "./assumed.js";
import { squareOf, zero } from "./parts/parts.js";
import type { Splitting } from "./splitting.js";

/** A statement by parts: an equation is one of both of them, and its contrary that the square of the distance is not 0. */
export function statementOfParts(expr: Expr, splitter: Splitting): Expr {
  if (expr.kind !== "call") throw new Unsupported("an expression stands for a statement");
  const { name, args } = expr;
  if (name === "and" || name === "or")
    return call(name, ...args.map((arg) => statementOfParts(arg, splitter)));
  const [left, right] = args;
  const squares = name === "=" ? squaresOf(left, right, splitter) : undefined;
  if (squares) return call("=", ...squares);
  const [one, other] = [left, right].map(splitter.of);
  const isReal = !one.im && !other.im;
  if (isReal || name === "<" || name === "<=")
    return call(name, ...[left, right].map(splitter.real));
  const parts = [
    [one.re ?? zero, other.re ?? zero],
    [one.im ?? zero, other.im ?? zero],
  ];
  if (name === "=") return call("and", ...parts.map(([a, b]) => call("=", a, b)));
  if (name !== "!=") throw new Unsupported(`${name} has no meaning between complex numbers`);
  const gap = splitter.of({ kind: "add", terms: [left, { kind: "neg", of: right }] });
  return call("!=", squareOf(gap), number(0n));
}
