import { arcTangent } from "../evaluate/arcs.js";
import { isExact, type Value } from "../evaluate/value.js";
import { NoValue, Undefined } from "../tree/errors.js";
import { Rational } from "../../num/index.js";
import { angleOfPoint } from "../functions/angles/pointAngle.js";
import { call, negate, number, over, subtract, sumOf, symbol, toThe } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";

const two = number(2n);
const pi = symbol("pi");

/** The square of the distance from the origin. */
const square = (y: Parameters<typeof negate>[0], x: typeof y) =>
  sumOf(toThe(x, two), toThe(y, two));

export const atan2: FunctionDefinition = {
  name: "atan2",
  arity: 2,
  arc: true,
  meaning:
    "the angle of the point (y, x) in the plane, its second coordinate first, above -pi and up to pi",
  value(math, y, x) {
    const [up, right] = [math.sign(y), math.sign(x)];
    if (up === 0 && right === 0) throw new Undefined("the origin has no angle");
    if (right !== undefined && right > 0) return arcTangent(math, math.div(y, x));
    if (up === undefined || (up === 0 && right === undefined))
      throw new NoValue("a point is too near to where its angle jumps");
    if (up === 0) return math.pi();
    const quarter: Value = math.mul(math.pi(), Rational.of(1n, 2n));
    const rest = isExact(x) && x.sign === 0 ? x : arcTangent(math, math.div(x, y));
    return math.add(up > 0 ? quarter : math.neg(quarter), math.neg(rest));
  },
  normal: angleOfPoint,
  partials: (y, x) => [over(x, square(y, x)), over(negate(y), square(y, x))],
  domain: (y, x) => [
    { expr: square(y, x), need: "nonzero" },
    // 0 on the ray along which the angle jumps, and positive elsewhere.
    { expr: sumOf(x, call("sqrt", square(y, x))), inside: "positive" },
  ],
  known: (value) => [
    { expr: subtract(pi, value), relation: ">=" },
    { expr: sumOf(pi, value), relation: ">" },
  ],
  latex: { head: "\\operatorname{atan2}" },
  examples: [
    { claim: "atan2(1, -1) = 3*pi/4", grade: "proved" },
    { claim: "atan2(y, x) = atan(y/x)", given: ["x > 0"], grade: "proved" },
    { claim: "atan2(y, x) = atan(y/x)", given: ["x != 0"], grade: "refuted" },
  ],
};
