import { Rational } from "../../../num/index.js";
import { call, type Expr, number, subtract, symbol, times } from "../../tree/expression.js";

/** log(u!) - (u log(u) - u + log(2 pi u)/2), which falls to 0. */
export const stirlingName = "remainder of Stirling's formula";

/** Its expansion in powers of 1/u, by Bernoulli numbers: 1/(12 u) - 1/(360 u^3) + ...; those with even powers are 0. */
export const stirlingCoefficients: readonly Rational[] = (
  [
    [0n, 1n],
    [1n, 12n],
    [0n, 1n],
    [-1n, 360n],
    [0n, 1n],
    [1n, 1260n],
    [0n, 1n],
    [-1n, 1680n],
  ] as const
).map(([num, den]) => Rational.of(num, den));

/** A factorial of what grows, by Stirling's formula with its remainder. */
export function stirling(of: Expr): Expr {
  const half = number(Rational.of(1n, 2n));
  const root = times(half, call("log", times(number(2n), symbol("pi"), of)));
  const main = subtract(times(of, call("log", of)), of);
  return call("exp", { kind: "add", terms: [main, root, call(stirlingName, of)] });
}
