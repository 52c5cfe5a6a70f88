import { hasSign } from "../../form/signs.js";
import type { Assumptions } from "../../assumptions/assumptions.js";
import { attempt } from "../../tree/errors.js";
import { evaluate, type Point } from "../../evaluate/evaluate.js";
import { intervals } from "../../evaluate/interval.js";
import { Arithmetic, type Value } from "../../evaluate/value.js";
import { type Expr, number, subtract, withEach } from "../../tree/expression.js";
import { jumpsOf } from "../../library/library.js";
import { Rational } from "../../../num/index.js";
import { moved } from "../descent/descend.js";
import type { Holds } from "../points/comparison.js";
import { precisions } from "../points/precision.js";

const math = new Arithmetic(intervals(precisions[0]));
const half = Rational.of(1n, 2n);
const zero = Rational.of(0n);
const one = Rational.of(1n);
/** What is as near to a jump is at it, as far as is told. */
const near = Rational.of(1n, 1n << 30n);
/** How far beside a place it is looked how fast a value changes there, and what part of that change counts as none. */
const aside = Rational.of(1n, 1n << 16n);
const none = Rational.of(1n, 1n << 14n);

/**
 * How two sides compare at a place that is known up to a little, where functions jump: each function has the value that
 * it has at its jump, and a difference that is little beside its changes around is none. Undefined where it is not told.
 */
export function holdsAtJump(
  [left, right]: [Expr, Expr],
  holds: Holds,
  point: Point,
): boolean | undefined {
  const gap = gapAt(subtract(snapped(left, point), snapped(right, point)), point);
  return gap && holds(gap, zero, math);
}

/** Whether the assumptions admit a place that is known up to a little: `x^2 != 2` excludes that near the root of 2. */
export function admitsJump({ facts }: Assumptions, point: Point): boolean {
  return facts.every((fact) => {
    if (fact.kind !== "compare") return true;
    const gap = gapAt(snapped(fact.expr, point), point);
    const sign = gap && math.sign(gap);
    if (sign === undefined) return true;
    return hasSign(fact.relation, sign);
  });
}

/** The expression with the value that each function which jumps at a place has there. */
function snapped(expr: Expr, point: Point): Expr {
  const own = withEach(expr, (part) => snapped(part, point));
  for (const { of, at, there } of jumpsOf(own)) {
    const value = valueAt(of, point);
    const level = value && (at === "zero" ? zero : middleOf(value));
    if (!value || !level) continue;
    const gap = math.abs(math.add(value, level.neg()));
    if (math.sign(math.add(near, math.neg(gap))) === 1) return there(number(level));
  }
  return own;
}

/** A value; 0 where it is little beside the changes around. */
function gapAt(expr: Expr, point: Point): Value | undefined {
  const value = valueAt(expr, point);
  if (!value) return undefined;
  if (math.sign(value) === undefined) return zero;
  const size = math.abs(value);
  const isNone = [...point.symbols.keys()].some((name) =>
    [aside, aside.neg()].some((by) => {
      const beside = valueAt(expr, moved(point, new Map([[name, one]]), by));
      if (!beside) return false;
      const change = math.mul(none, math.abs(math.add(beside, math.neg(value))));
      return math.sign(math.add(change, math.neg(size))) === 1;
    }),
  );
  return isNone ? zero : value;
}

/** The integer that is nearest to a value. */
function middleOf(value: Value): Rational | undefined {
  const middle = attempt(() => math.floor(math.add(value, half)));
  return middle instanceof Rational ? middle : undefined;
}

const valueAt = (expr: Expr, point: Point): Value | undefined =>
  attempt(() => evaluate(expr, point, math));
