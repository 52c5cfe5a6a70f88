import { DerivationError } from "../tree/errors.js";
import { call, type Expr, number } from "../tree/expression.js";
import { at, matrixSize } from "./convolution.js";
import { placesOf, shaped } from "./list.js";

/**
 * Largest entry of each window of k by k, side by side.
 *
 * @throws DerivationError if the windows do not cover the matrix
 */
export function maxPooled(input: Expr, k: number): Expr {
  const [rows, columns] = matrixSize("maxPool", input);
  if (rows % k || columns % k) {
    throw new DerivationError(
      `maxPool: windows of ${k} must cover the matrix, got ${rows} x ${columns}`,
    );
  }
  const out = [rows / k, columns / k];
  const entry = ([i, j]: number[]) =>
    call("max", ...placesOf([k, k]).map(([a, b]) => at(input, (i - 1) * k + a, (j - 1) * k + b)));
  return shaped(placesOf(out).map(entry), out);
}

/** What is known of the order of two expressions: whether the first is certainly larger. */
export type Larger = (one: Expr, other: Expr) => boolean;

const zero = number(0n);

/**
 * A maximum under a named argmax and sign pattern: its winner, where the hypotheses name one; else as it stands. A
 * `max(z, 0)` inside counts as its z, or as 0, where the hypotheses say so.
 */
export function namedMaximum(expr: Expr & { kind: "call" }, larger: Larger): Expr {
  const own = expr.args.map((arg) => (isMaximum(arg) ? namedMaximum(arg, larger) : arg));
  const wins = (one: Expr) => own.every((other) => other === one || exceeds(one, other, larger));
  return own.find(wins) ?? { ...expr, args: own };
}

function exceeds(one: Expr, other: Expr, larger: Larger): boolean {
  if (isZero(one) && isZero(other)) return true;
  if (larger(one, other)) return true;
  // one > max(z, 0) where one > z and one > 0.
  return isMaximum(other) && other.args.every((part) => exceeds(one, part, larger));
}

export const isMaximum = (expr: Expr): expr is Expr & { kind: "call" } =>
  expr.kind === "call" && expr.name === "max";

const isZero = (expr: Expr) => expr.kind === zero.kind && "value" in expr && expr.value.sign === 0;
