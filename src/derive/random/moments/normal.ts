import {
  type Expr,
  negate,
  number,
  over,
  subtract,
  sumOf,
  times,
  toThe,
} from "../../tree/expression.js";
import { type Means, moment, varianceOf } from "./moments.js";
import { type Atom, isAtom } from "../names.js";
import type { Factor } from "../terms.js";

/**
 * The mean of X or X^2 where Y is known and both are normal together; undefined for another one.
 *
 *     E(X | Y) = E(X) + Cov(X, Y)/Var(Y) (Y - E(Y)), Var(X | Y) = Var(X) - Cov(X, Y)^2/Var(Y)
 */
export function normalMean(
  rest: readonly Factor[],
  given: readonly Atom[],
  means: Means,
): Expr | undefined {
  const [{ base, power }] = rest;
  const [known] = given;
  if (rest.length !== 1 || given.length !== 1 || power > 2 || !isAtom(base, means.names))
    return undefined;
  const isNormal = means.names.normal.some((all) => all.has(base.name) && all.has(known.name));
  if (!isNormal || base.kind !== "symbol" || known.kind !== "symbol") return undefined;
  means.applied.add("normal-conditioning");
  const mean = (...atoms: Atom[]) =>
    moment(
      atoms.map((atom) => ({ base: atom, power: 1 })),
      means,
    );
  const covariance = (one: Atom, two: Atom) =>
    subtract(mean(one, two), times(mean(one), mean(two)));
  const slope = over(covariance(base, known), varianceOf(known, means));
  const line = sumOf(mean(base), times(slope, subtract(known, mean(known))));
  if (power === 1) return line;
  const left = sumOf(varianceOf(base, means), negate(times(slope, covariance(base, known))));
  return sumOf(left, toThe(line, number(2n)));
}
