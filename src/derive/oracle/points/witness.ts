import { factHolds } from "./admit.js";
import type { Claimed, Disagreement } from "../claim/claim.js";
import { nowhere } from "./entries.js";
import { evaluate } from "../evaluate/evaluate.js";
import { outcomesIn } from "../evaluate/events.js";
import { cannotTell, valueOf } from "../numbers/field.js";
import { type Fraction, fraction, minus, plus, times } from "../numbers/fraction.js";
import { longNumbers } from "../numbers/long.js";
import { orderHolds } from "./order.js";
import type { Point } from "../claim/point.js";
import { truthAt } from "./truth.js";

/** A value as it is printed, off by at most a unit. */
export interface Stated {
  value: Fraction;
  unit: Fraction;
}

/** The values of names, entries and weights that a refutation names, and of the two sides as it prints them. */
export interface Witness {
  values: ReadonlyMap<string, Fraction>;
  weights: ReadonlyMap<string, Fraction>;
  sides: (Stated | undefined)[];
}

/** A witness that is published is confirmed with 120 digits, and with as much work as the search had. */
const long = longNumbers(400);
const judging = { near: 0, exactly: true };
const budget = () => ({ steps: 1_500_000 });

/** What speaks against a refutation: its point is not admitted, the claim holds there, or a side has another value. */
export function objection(claim: Claimed, witness: Witness): Disagreement["found"] | undefined {
  if (claim.relation === "O") return orderHolds(claim) ? "holds" : undefined;
  const { values, weights, sides } = witness;
  const point: Point = {
    ...nowhere,
    values: new Map(values),
    outcomes: outcomesIn([claim.left, claim.right]),
    weight: (measure, outcome) => weights.get(`${measure}(${outcome})`) ?? cannotTell("a weight"),
  };
  const outside = claim.facts.some(
    (fact) => fact.kind === "compare" && factHolds(fact, point, budget()) === false,
  );
  if (outside) return "not admitted";
  if (truthAt(claim, point, long, budget(), judging) === "holds") return "holds";
  const other = [claim.left, claim.right].some((expr, i) => {
    const stated = sides[i];
    const found = stated && valueOf(() => evaluate(expr, point, long, budget()));
    if (!stated || !found) return false;
    const { value, unit } = stated;
    const [low, high] = [plus(value, minus(unit)), plus(value, unit)];
    const side = (end: Fraction) =>
      valueOf(() => long.sign(long.add(found, long.of(times(fraction(-1), end)))));
    return side(low) === -1 || side(high) === 1;
  });
  return other ? "another value" : undefined;
}
