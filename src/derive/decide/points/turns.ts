import { usualBits } from "../../tree/lengths.js";
import { Rational } from "../../../num/index.js";
import { admits, type Assumptions, integerNames } from "../../assumptions/assumptions.js";
import { isNoAnswer } from "../../tree/errors.js";
import { differentiate } from "../../evaluate/differentiate.js";
import { evaluate, type Point } from "../../evaluate/evaluate.js";
import { points } from "../../evaluate/points.js";
import { intervals } from "../../evaluate/interval.js";
import { Arithmetic, isExact } from "../../evaluate/value.js";
import { type Expr, number, parts, subtract, symbol, treeKey } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { movesOntoEnds } from "./ends.js";
import { type Move, movesOnto } from "./moves.js";
import { tryForm } from "../../form/tryForm.js";
import { contextFor } from "../conditions/prepare.js";

/** It only tells where points may be worth a look. */
const mostWork = 300_000;
const math = new Arithmetic(intervals(usualBits));
/** Parts of which turning points are taken, and points made of them: each name brings its places, and names multiply. */
const mostParts = 16;
const mostPoints = 240;
const bases = 2;
const half = Rational.of(1n, 2n);
const little = Rational.of(1n, 1n << 20n);
/** Bits of a place that is no fraction. */
const bits = 60n;

/**
 * Points at which a part of a claim turns: where it is 0, 1 or stationary, beside these and between them. Sides that
 * agree wherever points are usually tried may part there, as max(x, 1000) and 1000 do.
 */
export function* pointsAtTurns(sides: Expr[], assumptions: Assumptions): Generator<Point> {
  const names = new Set(sides.flatMap((side) => [...freeNames(side)]));
  const integers = integerNames(assumptions);
  const moves = turnsOf(sides, names, assumptions);
  const seen = new Set<string>();
  const fresh = (point: Point): boolean => {
    const key = [...point.symbols.values()].join();
    if (seen.has(key) || seen.size >= mostPoints) return false;
    seen.add(key);
    return admits(assumptions, point, math);
  };
  const mostPlaces = Math.floor(mostPoints ** (1 / Math.max(names.size, 1)));
  let count = 0;
  for (const base of points(sides, assumptions, math)) {
    if (count++ >= bases) break;
    let all = [base];
    // Name by name, so that several names turn at once.
    for (const name of names) {
      if (!base.symbols.has(name)) continue;
      const own = moves.filter((move) => move.name === name);
      all = all.flatMap((point) => [
        point,
        ...placesOf(own, point, integers.has(name))
          .slice(0, mostPlaces)
          .map((value) => moved(point, name, value)),
      ]);
    }
    yield* all.filter(fresh);
  }
}

/** For each name, where a part of the sides is 0, 1 or stationary, and the ends of its range. */
function turnsOf(sides: Expr[], names: ReadonlySet<string>, assumptions: Assumptions): Move[] {
  const ctx = contextFor(sides, assumptions, mostWork);
  const all = new Map(sides.flatMap(partsIn).map((part) => [treeKey(part), part]));
  const ofParts = [...all.values()].slice(0, mostParts).flatMap((part) =>
    [...freeNames(part)].flatMap((name) => {
      if (!names.has(name)) return [];
      const turns = [part, subtract(part, number(1n)), ...slopeOf(part, name)];
      return turns.flatMap((own) => movesOnto(ctx, tryForm(ctx, own), [name]));
    }),
  );
  return [...ofParts, ...movesOntoEnds(ctx, assumptions, names)];
}

function slopeOf(part: Expr, name: string): Expr[] {
  try {
    return [differentiate(part, symbol(name))];
  } catch (error) {
    if (isNoAnswer(error)) return [];
    throw error;
  }
}

/** What functions are applied to, factors, and differences of what is compared; the inner ones last. */
function partsIn(expr: Expr): Expr[] {
  const own = parts(expr);
  const compared = expr.kind === "call" && own.length === 2 ? [subtract(own[0], own[1])] : [];
  return [...compared, ...(expr.kind === "neg" ? [] : own), ...own.flatMap(partsIn)].filter(
    (part) => part.kind !== "symbol" && freeNames(part).size > 0,
  );
}

/** Values of one name for these moves, then what lies between and beside them. */
function placesOf(moves: Move[], point: Point, whole: boolean): Rational[] {
  const values = moves.flatMap(({ to }) => valueOf(to, point) ?? []);
  if (whole) {
    const floors = values.map((value) => value.floor());
    return [0n, 1n, -1n].flatMap((by) => distinct(floors.map((one) => Rational.of(one + by))));
  }
  const found = distinct(values);
  const between = found.slice(1).map((value, i) => value.add(found[i]).mul(half));
  const beside = found.flatMap((value) => [value.sub(little), value.add(little)]);
  return [...found, ...between, ...beside];
}

/** In order, each once. */
const distinct = (values: Rational[]): Rational[] =>
  [...new Map(values.map((value) => [`${value}`, value])).values()].sort((a, b) => a.compare(b));

const moved = (point: Point, name: string, value: Rational): Point => ({
  ...point,
  symbols: new Map(point.symbols).set(name, value),
});

/** A fraction at a place or, where that is none, very near to it. */
function valueOf(expr: Expr, point: Point): Rational | undefined {
  try {
    const value = evaluate(expr, point, math);
    if (isExact(value)) return value;
    const middle = (value.lo + value.hi) >> 1n;
    return Rational.of(middle >> (BigInt(math.bits) - bits), 1n << bits);
  } catch (error) {
    if (isNoAnswer(error)) return undefined;
    throw error;
  }
}
