import { usualBits } from "../../tree/lengths.js";
import { Rational } from "../../../num/index.js";
import { type Assumptions, nowhere } from "../../assumptions/assumptions.js";
import { isNoAnswer } from "../../tree/errors.js";
import { evaluate, type Point } from "../../evaluate/evaluate.js";
import { intervals } from "../../evaluate/interval.js";
import { points } from "../../evaluate/points.js";
import { Arithmetic, isExact, type Value } from "../../evaluate/value.js";
import { type Expr, number, subtract } from "../../tree/expression.js";
import { newContext } from "../../form/engine.js";
import { isZero } from "../../form/ring/form.js";
import { formExpression } from "../../form/formExpression.js";
import { families, freeNames, substitute } from "../../tree/names.js";
import { tryForm } from "../../form/tryForm.js";
import type { Scope } from "../../tree/range.js";
import { type Demand, freed, type Need } from "../conditions/demands.js";
import { inOneIntegral } from "../conditions/scopes.js";
import { solutions } from "./solve.js";

/** Values that a bound name is given, in all: a condition on a range is asked at each. */
const mostPoints = 600;
/** Whole numbers inside a range of reals: poles stand at small ones. */
const fewInside = 12;
/** Solutions that are tried: those of one condition are few, and more belong to conditions alike. */
const mostTried = 30;
const exact = new Arithmetic();
const wide = new Arithmetic(intervals(usualBits));
const fractions = ["1/2", "1/3", "2/3", "1/10", "9/10"].map((text) => {
  const [num, den] = text.split("/");
  return Rational.of(BigInt(num), BigInt(den));
});

/**
 * Whether a demand about bound names fails whatever the free ones are, as far as was tried: `x != 0 for x from -1 to 1`
 * never holds, nor does `x - a != 0 for x from a - 1 to a + 1`. One without names is met or not.
 */
export function failsThroughout(demand: Demand, assumptions: Assumptions): boolean {
  const { expr, scopes } = demand;
  if (scopes.length === 0) return failsSomewhere(demand, new Map());
  const parts = [expr, ...scopes.flatMap(({ lower, upper }) => [lower, upper])];
  const exprs = parts.filter((part) => part !== undefined);
  let tried = 0;
  for (const { symbols } of points(exprs, assumptions, wide)) {
    if (!failsSomewhere(demand, symbols)) return false;
    if (++tried === mostTried) break;
  }
  return tried > 0;
}

/**
 * Whether a demand certainly fails somewhere in its ranges: at an index of a sum, or inside the range of an integral.
 * Beside other integrals their ends count, too: a pole in a corner may make the order matter.
 */
export function failsSomewhere(demand: Demand, given: ReadonlyMap<string, Rational>): boolean {
  const { need, expr, scopes } = freed(demand);
  const ends = !inOneIntegral(scopes);
  if (!isClosed(expr, scopes, given)) return false;
  let left = mostPoints;
  const within = (at: number, symbols: ReadonlyMap<string, Rational>): boolean => {
    if (at === scopes.length) return --left >= 0 && failsAt(need, expr, { ...nowhere, symbols });
    const scope = scopes[at];
    if (at === scopes.length - 1 && hasRootInside(need, expr, scope, symbols)) return true;
    return placesIn(scope, symbols, ends).some(
      (value) => left > 0 && within(at + 1, new Map(symbols).set(scope.name, value)),
    );
  };
  return within(0, given);
}

function isClosed(expr: Expr, scopes: Scope[], given: ReadonlyMap<string, Rational>): boolean {
  const bound = new Set(["pi", "e", "Infinity", ...given.keys()]);
  const known = (part: Expr) =>
    families(part).size === 0 && [...freeNames(part)].every((name) => bound.has(name));
  for (const { name, lower, upper } of scopes) {
    if ((lower && !known(lower)) || (upper && !known(upper))) return false;
    bound.add(name);
  }
  return known(expr);
}

const valueOf = (expr: Expr, symbols: ReadonlyMap<string, Rational>): Value | undefined =>
  valueAt(expr, { ...nowhere, symbols });

function valueAt(expr: Expr, point: Point): Value | undefined {
  for (const math of [exact, wide]) {
    try {
      return evaluate(expr, point, math);
    } catch (error) {
      if (!isNoAnswer(error)) throw error;
    }
  }
  return undefined;
}

/** Whether what is needed of an expression certainly fails at a point. */
export function failsAt(need: Need, expr: Expr, point: Point): boolean {
  const value = valueAt(expr, point);
  if (value === undefined) return false;
  const sign = wide.sign(value);
  if (need === "integer") return isBroken(value);
  if (need === "count") return (sign ?? 0) < 0 || isBroken(value);
  if (sign === undefined) return false;
  return need === "nonzero" ? sign === 0 : need === "positive" ? sign <= 0 : sign < 0;
}

/** Whether a value is certainly no integer. */
function isBroken(value: Value): boolean {
  if (isExact(value)) return !value.isInteger;
  return -edge(value, -1).neg().floor() > edge(value, 1).floor();
}

/** Values of a bound name: each index of a sum; of an integral some numbers between the limits, and on them if wanted. */
function placesIn(scope: Scope, symbols: ReadonlyMap<string, Rational>, ends: boolean): Rational[] {
  const range = rangeOf(scope, symbols);
  if (!range) return [];
  const { from, to } = range;
  const whole = (start: bigint, most: number) =>
    Array.from({ length: most }, (_, i) => Rational.of(start + BigInt(i))).filter(
      (value) => !to || value.compare(to) <= 0,
    );
  if (scope.integer) return from?.isInteger ? whole(from.num, mostPoints) : [];
  if (!from && !to) return [0, 1, -1, 2, -2, 10, -10].map((value) => Rational.of(BigInt(value)));
  if (!from) return fractions.map((part) => to!.sub(part.inv()));
  if (!to) return fractions.map((part) => from.add(part.inv()));
  const width = to.sub(from);
  const inside = [
    ...fractions.map((part) => from.add(width.mul(part))),
    ...whole(from.floor() + 1n, fewInside).filter((value) => value.compare(to) < 0),
  ];
  return ends ? [...inside, from, to] : inside;
}

/** Bounds that lie within a range, whichever way it runs; an infinite one is undefined, a range without values too. */
function rangeOf(
  { lower, upper, integer }: Scope,
  symbols: ReadonlyMap<string, Rational>,
): { from?: Rational; to?: Rational } | undefined {
  const isInfinite = (limit?: Expr) => !limit || freeNames(limit).has("Infinity");
  const [low, high] = [lower, upper].map((limit) =>
    limit && !isInfinite(limit) ? valueOf(limit, symbols) : undefined,
  );
  if ((!low && !isInfinite(lower)) || (!high && !isInfinite(upper))) return undefined;
  if (integer) {
    const plain = (value?: Value) => value !== undefined && isExact(value);
    return plain(low)
      ? { from: low as Rational, to: plain(high) ? (high as Rational) : undefined }
      : undefined;
  }
  if (!low || !high) return { from: low && edge(low, 1), to: high && edge(high, -1) };
  const gap = wide.sign(wide.add(high, wide.neg(low)));
  if (!gap) return undefined;
  return gap > 0
    ? { from: edge(low, 1), to: edge(high, -1) }
    : { from: edge(high, 1), to: edge(low, -1) };
}

/** A value, or the end of its enclosure that lies inside the range. */
function edge(value: Value, side: 1 | -1): Rational {
  if (isExact(value)) return value;
  return Rational.of(side > 0 ? value.hi : value.lo, 1n << BigInt(wide.bits));
}

/** Whether what must not be 0 has a root strictly inside the range of its innermost name. */
function hasRootInside(
  need: Need,
  expr: Expr,
  scope: Scope,
  symbols: ReadonlyMap<string, Rational>,
): boolean {
  if (scope.integer || (need !== "nonzero" && need !== "positive")) return false;
  const range = rangeOf(scope, symbols);
  if (!range) return false;
  const values = new Map([...symbols].map(([name, value]) => [name, number(value)]));
  const ctx = newContext();
  const form = tryForm(ctx, substitute(expr, values));
  const roots = form && !isZero(form) ? (solutions(ctx, form, scope.name) ?? []) : [];
  return roots.some(({ value, needs }) => {
    const sign = (one: Expr) => {
      const own = valueOf(one, symbols);
      return own && wide.sign(own);
    };
    const beyond = (limit: Rational | undefined, side: 1 | -1) =>
      !limit || sign(subtract(formExpression(ctx, value), number(limit))) === side;
    const exists = needs.every((own) => (sign(formExpression(ctx, own)) ?? -1) >= 0);
    return exists && beyond(range.from, 1) && beyond(range.to, -1);
  });
}
