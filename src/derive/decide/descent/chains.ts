import { Rational } from "../../../num/index.js";
import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Point } from "../../evaluate/evaluate.js";
import { type Expr, number, parts, toThe, treeKey } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { heights, lowestAlong, type Low } from "./descend.js";

const one = Rational.of(1n);
/** Where the search for a root of one name begins. */
const starts = [1, -1, 8, -8].map((value) => Rational.of(BigInt(value)));
/** Points that one chain may lead to. */
const mostEnds = 8;
/** A square as low as this is taken for 0. */
const rootDepth = 1n << 70n;
/** A chain of equations is followed as far as a height of 96 bits tells places apart. */
const finest = Rational.of(1n, 1n << 40n);
const none: Assumptions = { texts: [], facts: [] };

/**
 * Where all that stands under squares and absolute values is 0, as far as one name after the other can be found: from
 * `y^2 - 2` follows y, and then from `x - exp(y)` follows x. Such a place may lie at the end of a steep chain, where no
 * descent from elsewhere arrives.
 */
export function* chainedPlaces(expr: Expr, start: Point): Generator<Point> {
  const found = new Map(squaredIn(expr).map((base) => [treeKey(base), base]));
  let left = mostEnds;
  for (const point of solved([...found.values()], start, new Set())) {
    if (left-- <= 0) return;
    yield point;
  }
}

function* solved(bases: Expr[], point: Point, known: ReadonlySet<string>): Generator<Point> {
  const open = (base: Expr) =>
    [...freeNames(base)].filter((name) => point.symbols.has(name) && !known.has(name));
  const next = bases.find((base) => open(base).length === 1);
  if (!next) {
    if (known.size > 0) yield point;
    return;
  }
  const rest = bases.filter((base) => base !== next);
  const [name] = open(next);
  const ends = roots(next, name, point);
  for (const end of ends) yield* solved(rest, end, new Set([...known, name]));
  if (ends.length === 0) yield* solved(rest, point, known);
}

/** The point with the roots of an expression as a name's values, that a descent on its square finds. */
function roots(expr: Expr, name: string, point: Point): Point[] {
  const at = heights(toThe(expr, number(2n)), none);
  const ends = starts
    .map((value) => at({ ...point, symbols: new Map([...point.symbols, [name, value]]) }))
    .filter((low): low is Low => low !== undefined)
    .map((low) => lowestAlong(new Map([[name, one]]), low, at, finest))
    .filter(({ value }) => value < rootDepth);
  const apart = new Map(ends.map(({ point: own }) => [rounded(own.symbols.get(name)!), own]));
  return [...apart.values()];
}

/** Places that agree to six digits are taken for one: two descents to one place end about so near to each other. */
const rounded = (value: Rational): string => value.toNumber().toPrecision(6);

/** What stands under even powers and absolute values. */
export function squaredIn(expr: Expr): Expr[] {
  const isEven =
    expr.kind === "pow" &&
    expr.right.kind === "number" &&
    expr.right.value.isInteger &&
    expr.right.value.num % 2n === 0n;
  if (isEven) return [expr.left];
  if (expr.kind === "call" && expr.name === "abs") return [...expr.args];
  return parts(expr).flatMap(squaredIn);
}
