import { Rational } from "../../num/index.js";
import {
  admits,
  assumedNames,
  type Assumptions,
  integerNames,
  nameBounds,
  nowhere,
} from "../assumptions/assumptions.js";
import type { Expr } from "../tree/expression.js";
import { outcomesIn } from "../functions/events.js";
import { constantNames, families, freeNames } from "../tree/names.js";
import type { Point } from "./evaluate.js";
import type { Arithmetic } from "./value.js";

/** So many are tried in place of a sample: about as many as a sample has. */
const mostPoints = 200n;

/** Every point that the assumptions admit, where these leave few: each name an integer between two bounds, or no name. */
export function finitePoints(
  exprs: Expr[],
  assumptions: Assumptions,
  arithmetic: Arithmetic,
): Point[] | undefined {
  if (exprs.some((expr) => families(expr).size > 0) || outcomesIn(exprs).size > 0) return undefined;
  const assumed = assumedNames(assumptions);
  const names = new Set([...assumed, ...exprs.flatMap((expr) => [...freeNames(expr)])]);
  for (const constant of constantNames) names.delete(constant);
  const [integers, bounds] = [integerNames(assumptions), nameBounds(assumptions)];
  let all: Map<string, Rational>[] = [new Map()];
  for (const name of names) {
    const { lower, upper } = bounds.get(name) ?? {};
    if (!integers.has(name) || !lower || !upper) return undefined;
    const [from, to] = [-lower.neg().floor(), upper.floor()];
    const count = to - from + 1n;
    if (count < 1n || count * BigInt(all.length) > mostPoints) return undefined;
    const values = Array.from({ length: Number(count) }, (_, i) => Rational.of(from + BigInt(i)));
    all = all.flatMap((own) => values.map((value) => new Map(own).set(name, value)));
  }
  const points = all.map((symbols): Point => ({ ...nowhere, symbols }));
  return points.filter((point) => admits(assumptions, point, arithmetic));
}
