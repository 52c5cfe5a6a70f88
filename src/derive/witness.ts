import { Rational } from "../num/index.js";
import { admits, assumedNames, type Assumptions } from "./assumptions.js";
import { evaluate, NotExact, type Point, Undefined } from "./evaluate.js";
import { type Expr, freeNames } from "./expression.js";
import { Unsupported } from "./normalForm.js";
import { GaveUp } from "./polynomial.js";
import type { Witness } from "./types.js";

/** Values to try, the smallest integers first, then what hurts: zero, negatives, fractions, larger integers. */
const ladder = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "7",
  "0",
  "-1",
  "-2",
  "1/2",
  "3/2",
  "1/3",
  "2/5",
  "-3/2",
  "11",
  "13",
  "9/10",
  "1/10",
].map((text) => {
  const [num, den = "1"] = text.split("/");
  return Rational.of(BigInt(num), BigInt(den));
});
const mostPoints = 400;

/** Points that satisfy the assumptions, in an order that is the same each time. */
export function* points(names: string[], assumptions: Assumptions): Generator<Point> {
  const free = [...new Set([...names, ...assumedNames(assumptions)])].filter(
    (name) => !name.endsWith("[]") && name !== "pi",
  );
  const size = ladder.length;
  for (let trial = 0; trial < mostPoints; trial++) {
    // Each name walks the ladder with a stride of its own; early trials stay on its first rungs.
    const reach = Math.min(size, 2 + Math.floor(trial / 3));
    const symbols = new Map(
      free.map((name, i) => [
        name,
        ladder[(trial * (2 * i + 1) + i + Math.floor(trial / size) * (i * i + 1)) % reach],
      ]),
    );
    const point: Point = {
      symbols,
      entry: (name, index) => entryValue(name, index, trial),
    };
    if (admits(assumptions, point)) yield point;
  }
}

function entryValue(name: string, index: bigint, trial: number): Rational {
  let mixed = trial * 7 + 3;
  for (const letter of name) mixed = (mixed * 31 + letter.charCodeAt(0)) % 9973;
  return Rational.of(((BigInt(mixed) + index * 5n) * (index * index + 2n)) % 11n);
}

/** What a search for a point of failure found. */
export interface Search {
  witness?: Witness;
  /** Points at which both sides have exact values, and agree. */
  agreed: number;
  /** Whether any point satisfies the assumptions. */
  admissible: boolean;
}

/** Looks for a point at which both sides are defined and `holds` says no. */
export function search(
  left: Expr,
  right: Expr,
  assumptions: Assumptions,
  holds: (left: Rational, right: Rational) => boolean,
): Search {
  const names = [...freeNames(left), ...freeNames(right)];
  const result: Search = { agreed: 0, admissible: false };
  for (const point of points(names, assumptions)) {
    result.admissible = true;
    const seen = new Map<string, Rational>();
    const watched: Point = {
      ...point,
      entry: (name, index) => {
        const value = point.entry(name, index);
        seen.set(`${name}[${index}]`, value);
        return value;
      },
    };
    const values = bothSides(left, right, watched);
    if (!values) continue;
    if (holds(...values)) {
      result.agreed += 1;
      continue;
    }
    const shown = names.filter((name) => point.symbols.has(name)).sort();
    const place = Object.fromEntries([
      ...shown.map((name) => [name, `${point.symbols.get(name)}`]),
      ...[...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, `${value}`]),
    ]) as Record<string, string>;
    result.witness = { point: place, lhs: `${values[0]}`, rhs: `${values[1]}` };
    return result;
  }
  return result;
}

function bothSides(left: Expr, right: Expr, point: Point): [Rational, Rational] | undefined {
  try {
    return [evaluate(left, point), evaluate(right, point)];
  } catch (error) {
    // None of these says that the sides differ: the point is passed over.
    const passed = [Undefined, NotExact, Unsupported, GaveUp, RangeError];
    if (passed.some((kind) => error instanceof kind)) return undefined;
    throw error;
  }
}
