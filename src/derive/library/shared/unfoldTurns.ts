import {
  call,
  type Expr,
  negate,
  number,
  over,
  subtract,
  sumOf,
  symbol,
  times,
} from "../../tree/expression.js";
import { constantNames, freeNames } from "../../tree/names.js";
import { type Asked, compared, mirrored, type Sided, type Unfold } from "./unfold.js";

/** Half turns around 0 into which an angle is divided. */
const halfTurns = [-3, -2, -1, 0, 1, 2, 3, 4];

const pi = symbol("pi");
const quarter = over(pi, number(2n));
const turnedBy = (count: number): Expr => times(number(count), pi);

/**
 * sin(u) compared with a number between -1 and 1, for u known to lie within some half turns: on each of them the sine
 * grows or falls, so that u is compared with the arc sine there.
 */
export const unfoldSine: Unfold = (asked, [u], relation, value) => {
  const pieces = piecesOf(asked, u);
  if (!pieces || !isWithinOne(asked, value)) return undefined;
  return pieces.map((k): Sided[] => {
    const [from, to] = [subtract(turnedBy(k), quarter), sumOf(turnedBy(k), quarter)];
    const isRising = k % 2 === 0;
    const arc = call("asin", value);
    const place = sumOf(turnedBy(k), isRising ? arc : negate(arc));
    const own = compared(u, isRising ? relation : mirrored(relation), place);
    return [compared(u, ">=", from), compared(u, "<=", to), own];
  });
};

/** cos(u) = sin(u + pi/2). */
export const unfoldCosine: Unfold = (asked, [u], relation, value) =>
  unfoldSine(asked, [sumOf(u, quarter)], relation, value);

/** tan(u) compared with a number, for u known to lie within some half turns: it grows on each of them. */
export const unfoldTangent: Unfold = (asked, [u], relation, value) => {
  const pieces = isNumber(value) ? piecesOf(asked, u) : undefined;
  return pieces?.map((k): Sided[] => [
    compared(u, ">", subtract(turnedBy(k), quarter)),
    compared(u, "<", sumOf(turnedBy(k), quarter)),
    compared(u, relation, sumOf(turnedBy(k), call("atan", value))),
  ]);
};

/** The half turns k in which u lies: from k pi - pi/2 to k pi + pi/2. */
function piecesOf({ nonnegative }: Asked, u: Expr): number[] | undefined {
  const from = [...halfTurns]
    .reverse()
    .find((k) => nonnegative(subtract(u, subtract(turnedBy(k), quarter))));
  const to = halfTurns.find((k) => nonnegative(subtract(sumOf(turnedBy(k), quarter), u)));
  if (from === undefined || to === undefined) return undefined;
  return halfTurns.filter((k) => k >= from && k <= to);
}

const isNumber = (value: Expr): boolean =>
  [...freeNames(value)].every((name) => constantNames.has(name));

const isWithinOne = ({ nonnegative }: Asked, value: Expr): boolean =>
  isNumber(value) &&
  [subtract(number(1n), value), sumOf(number(1n), value)].every((gap) => nonnegative(gap));
