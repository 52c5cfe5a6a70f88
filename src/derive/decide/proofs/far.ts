import { Rational } from "../../../num/index.js";
import { admits, type Assumptions, nameBounds } from "../../assumptions/assumptions.js";
import type { Point } from "../../evaluate/evaluate.js";
import { points } from "../../evaluate/points.js";
import { Arithmetic } from "../../evaluate/value.js";
import type { Expr } from "../../tree/expression.js";
import { constantNames, freeNames } from "../../tree/names.js";
import { permutations } from "../../sums/nested.js";

const exact = new Arithmetic();
/** Far out, farther than what grows slowly levels off, and as far again, to see that the order stays. */
const far = [10n ** 4n, 10n ** 30n, 10n ** 60n];
/** Points for the names that do not grow, and names that grow one faster than the other: 4 have 24 orders. */
const mostStarts = 24;
const mostOrdered = 4;

/** What the assumptions let names do. */
export interface Reach {
  /** The names that have an upper bound, with the lower one. */
  bounded: ReadonlyMap<string, Rational | undefined>;
  growing: string[];
  /** Whether all growing names may be large at once. */
  together: boolean;
  /** Whether one name may grow while the others stay, or all of them alike for "all". */
  along(path: string): boolean;
}

/** Which names of expressions may grow without bound, as far as the assumptions admit points far out. */
export function reachOf(exprs: Expr[], assumptions: Assumptions): Reach {
  const names = new Set(exprs.flatMap((expr) => [...freeNames(expr)]));
  for (const constant of constantNames) names.delete(constant);
  const bounds = nameBounds(assumptions);
  const bounded = new Map<string, Rational | undefined>();
  for (const name of names) {
    const { lower, upper } = bounds.get(name) ?? {};
    if (upper) bounded.set(name, lower);
  }
  const growing = [...names].filter((name) => !bounded.has(name)).sort();
  const starts = startsOf(exprs, assumptions);
  /** Whether some admitted point stays one with these names at each distance. */
  const reaches = (own: string[], at: (size: bigint, place: number) => bigint) =>
    starts.some((start) =>
      far.every((size) => {
        const symbols = new Map(start.symbols);
        own.forEach((name, i) => symbols.set(name, Rational.of(at(size, i))));
        return admits(assumptions, { ...start, symbols }, exact);
      }),
    );
  const alike = () => reaches(growing, (size) => size);
  const orders = growing.length > mostOrdered ? [growing] : permutations(growing);
  const apart = () => orders.some((order) => reaches(order, (size, i) => size ** BigInt(i + 1)));
  return {
    bounded,
    growing,
    together: alike() || apart(),
    along: (path) => (path === "all" ? alike() : reaches([path], (size) => size)),
  };
}

function startsOf(exprs: Expr[], assumptions: Assumptions): Point[] {
  const found: Point[] = [];
  for (const point of points(exprs, assumptions, exact)) {
    found.push(point);
    if (found.length === mostStarts) break;
  }
  return found;
}
