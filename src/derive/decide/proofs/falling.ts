import { Rational } from "../../../num/index.js";
import { type Assumptions, nameBounds } from "../../assumptions/assumptions.js";
import { points } from "../../evaluate/points.js";
import { limitNames } from "../../evaluate/limitNames.js";
import { type Expr, subtract } from "../../tree/expression.js";
import { heights, math } from "../descent/descend.js";

/** Where a sum is looked at, each time with twice as many terms. */
const places = [4n, 5n, 6n, 7n, 8n, 9n, 10n, 11n].map((k) => Rational.of(1n << k));
/** So many of them tell how the difference falls. */
const fewest = 4;
/** Terms of expressions in all: the eight values are long where a power is high. */
const mostWork = 1_000_000;
/** How far below 0 the limit is to lie, in steps of the last fall, since the fall is not quite geometric. */
const margin = 0.02;

/**
 * That a difference falls as the number of terms in a sum or product grows, and seems to pass 0 where there are too many
 * to be added up: each fall is to the one before as they were last. In words; undefined where it does not seem so.
 */
export function fallingText(
  [left, right]: [Expr, Expr],
  assumptions: Assumptions,
): string | undefined {
  const gap = subtract(right, left);
  const bounds = nameBounds(assumptions);
  const height = heights(gap, assumptions, { steps: mostWork });
  for (const name of limitNames([gap])) {
    if (bounds.get(name)?.upper) continue;
    for (const base of points([gap], assumptions, math)) {
      if (!base.symbols.has(name)) break;
      const values: number[] = [];
      for (const place of places) {
        const low = height({ ...base, symbols: new Map(base.symbols).set(name, place) });
        if (low) values.push(Number(low.value) / 2 ** (math.bits + 1));
        else if (values.length) break;
      }
      if (passesZero(values))
        return `the difference falls as ${name} grows, and seems to pass 0 farther out`;
      break;
    }
  }
  return undefined;
}

function passesZero(values: number[]): boolean {
  const own = values.slice(-fewest);
  const falls = own.slice(1).map((value, i) => own[i] - value);
  if (own.length < fewest || falls.some((fall) => fall <= 0)) return false;
  const [before, last] = falls.slice(-2);
  const ratio = last / before;
  const rest = ratio < 1 ? (last * ratio) / (1 - ratio) : Infinity;
  return own[own.length - 1] - rest < -margin * last;
}
