import { Rational } from "../../num/index.js";
import {
  admits,
  assumedNames,
  type Assumptions,
  factHolds,
  integerNames,
  nameBounds,
  nowhere,
} from "../assumptions.js";
import type { Expr } from "../expression.js";
import { outcomesIn } from "../functions/events.js";
import { boundNames, families, freeNames } from "../names.js";
import type { Point } from "./evaluate.js";
import { Arithmetic } from "./value.js";

const fraction = (text: string): Rational => {
  const [num, den = "1"] = text.split("/");
  return Rational.of(BigInt(num), BigInt(den));
};
/** Values to try, level by level: the smallest integers first, then what hurts. */
const levels = [
  "1 2",
  "1 2 3",
  "-1 0 1 2 3",
  "-3 -2 -1 0 1 2 3 4 5",
  "-3/2 -1/2 1/3 1/2 2/3 3/2 5/2 2 3",
  "-7/3 -1 1/7 2/5 7/3 11 13 17",
  "1/10 9/10 1/100 31/10 101 -11",
  "29 -31 1009 53/7 -97/3 10007",
].map((level) => level.split(" ").map(fraction));
const positions = ["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "9/10", "1/10", "1/100"].map(
  fraction,
);
const perLevel = 60;

/** Points that satisfy the assumptions, in an order that is the same each time. */
export function* points(
  exprs: Expr[],
  assumptions: Assumptions,
  arithmetic: Arithmetic,
): Generator<Point> {
  const names = new Set([...assumedNames(assumptions)]);
  for (const expr of exprs) for (const name of freeNames(expr)) names.add(name);
  const assumed = assumedNames(assumptions);
  const constants = ["pi", "e", "Infinity"].filter(
    (name) => !assumed.has(name) || name === "Infinity",
  );
  const free = [...names].filter((name) => !constants.includes(name)).sort();
  const counts = limitNames(exprs);
  const integers = integerNames(assumptions);
  const bounds = nameBounds(assumptions);
  const outcomes = outcomesIn(exprs);
  const entries = entryChooser(assumptions, arithmetic);
  const seen = new Set<string>();
  // Without names, entries or events there is one point.
  const varied = exprs.some((expr) => families(expr).size > 0) || outcomes.size > 0;
  for (const [level, values] of levels.entries()) {
    const choices = free.map((name) => {
      const whole = integers.has(name) || counts.has(name);
      return candidates(values, level, whole, bounds.get(name), counts.has(name));
    });
    if (choices.some((own) => own.length === 0)) continue;
    const total = choices.reduce((product, own) => Math.min(product * own.length, 1e9), 1);
    let misses = 0;
    for (let trial = 0, given = 0; given < perLevel && trial < perLevel * 12; trial++) {
      if (free.length === 0 && (trial >= (varied ? 3 : 1) || (level > 0 && !varied))) break;
      if (misses > total * 3 + 20) break;
      const picked = pick(choices, trial, total);
      const key = picked.join();
      if (free.length && seen.has(key)) {
        misses++;
        continue;
      }
      seen.add(key);
      const symbols = new Map(free.map((name, i) => [name, picked[i]]));
      const salt = level * 97 + trial;
      const point: Point = {
        symbols,
        outcomes,
        entry: (name, indices) => entries(name, indices, salt),
        weight: (measure, outcome) =>
          Rational.of(BigInt(1 + (hash(`${measure}${outcome}`, salt) % 7))),
      };
      if (!admits(assumptions, point, arithmetic)) continue;
      given++;
      yield point;
    }
  }
}

/** All combinations while they are few, else a walk that visits each coordinate's values at its own pace. */
function pick(choices: Rational[][], trial: number, total: number): Rational[] {
  let rest = total <= perLevel * 8 ? trial % total : -1;
  return choices.map((own, i) => {
    if (rest < 0) return own[hash(`${i}`, trial) % own.length];
    const value = own[rest % own.length];
    rest = Math.floor(rest / own.length);
    return value;
  });
}

function hash(text: string, salt: number): number {
  let mixed = (salt + 1) * 2654435761;
  for (const letter of text) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 16777619) >>> 0;
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 2246822519) >>> 0;
  mixed ^= mixed >>> 13;
  return mixed >>> 0;
}

/** Values for one name: moved inside its bounds, whole where it counts something. */
function candidates(
  values: Rational[],
  level: number,
  whole: boolean,
  bounds: { lower?: Rational; upper?: Rational } = {},
  counts = false,
): Rational[] {
  const { lower, upper } = bounds;
  if (whole) {
    const start = lower
      ? lower.isInteger
        ? lower.num
        : lower.floor() + 1n
      : counts
        ? 1n
        : undefined;
    if (start !== undefined) {
      const offsets = [
        [0n, 1n],
        [0n, 1n, 2n],
        [0n, 1n, 2n, 3n],
        [0n, 2n, 4n, 5n],
        [1n, 3n, 6n],
        [10n, 12n],
        [2n, 7n, 11n],
        [13n, 16n, 29n, 100n],
      ];
      return offsets[level].map((offset) => Rational.of(start + offset));
    }
    return values.filter((value) => value.isInteger);
  }
  if (lower && upper) {
    const width = upper.sub(lower);
    const inside = positions.slice(0, 2 + level * 2).map((part) => lower.add(width.mul(part)));
    return level > 2 ? [...inside, lower, upper] : inside;
  }
  const inside = values.filter(
    (value) => (!lower || value.compare(lower) >= 0) && (!upper || value.compare(upper) <= 0),
  );
  if (lower && inside.length < 2) return values.map((value) => lower.add(value.abs()));
  if (upper && inside.length < 2) return values.map((value) => upper.sub(value.abs()));
  return inside;
}

/** Names that limit sums or products, or stand as an index: whole numbers. */
export function limitNames(exprs: Expr[]): Set<string> {
  const found = new Set<string>();
  const visit = (expr: Expr): void => {
    if (expr.kind === "call" && (expr.name === "sum" || expr.name === "prod")) {
      for (const limit of expr.args.slice(2)) for (const name of freeNames(limit)) found.add(name);
    }
    if (expr.kind === "index") {
      for (const index of expr.indices) for (const name of freeNames(index)) found.add(name);
    }
    if (expr.kind === "call" && expr.name === "factorial")
      for (const arg of expr.args) for (const name of freeNames(arg)) found.add(name);
    const parts =
      "args" in expr
        ? expr.args
        : "terms" in expr
          ? expr.terms
          : "factors" in expr
            ? expr.factors
            : "items" in expr
              ? expr.items
              : "of" in expr
                ? [expr.of]
                : "left" in expr
                  ? [expr.left, expr.right]
                  : "indices" in expr
                    ? expr.indices
                    : [];
    parts.forEach(visit);
  };
  exprs.forEach(visit);
  for (const expr of exprs) for (const name of boundNames(expr)) found.delete(name);
  return found;
}

/** Entries of families: small numbers, such that what is assumed of every entry holds. */
function entryChooser(assumptions: Assumptions, arithmetic: Arithmetic) {
  const facts = assumptions.facts.filter(
    (fact) => fact.kind === "compare" && families(fact.expr).size > 0,
  );
  const small = "1 2 3 -1 0 1/2 4 5 1/3 -2 3/2 1/4".split(" ").map(fraction);
  return (name: string, indices: bigint[], salt: number): Rational => {
    const start = hash(`${name}${indices}`, salt);
    for (let i = 0; i < small.length; i++) {
      const value = small[(start + i) % small.length];
      const fits = facts.every((fact) => {
        if (fact.kind !== "compare") return true;
        const own = families(fact.expr);
        if (own.size !== 1 || !own.has(name)) return true;
        const names = [...freeNames(fact.expr)];
        const symbols = new Map(names.map((free, k) => [free, Rational.of(indices[k] ?? 1n)]));
        return factHolds(fact, { ...nowhere, symbols, entry: () => value }, arithmetic);
      });
      if (fits) return value;
    }
    return small[start % small.length];
  };
}
