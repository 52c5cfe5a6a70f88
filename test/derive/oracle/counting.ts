import { isWhole, type Q, q } from "./rational.js";
import { exactly, Undefined, Unclear, type Value } from "./value.js";

const most = 2000n;

function wholeOf(value: Value): bigint {
  const exact: Q = exactly(value);
  if (!isWhole(exact)) throw new Unclear("a counting function of what is not whole");
  if (exact.n > most) throw new Unclear("a counting function of a large number");
  return exact.n;
}

/** n!, multiplied out. */
export function factorialV(value: Value): Value {
  const n = wholeOf(value);
  if (n < 0n) throw new Undefined("a factorial of what is negative");
  let product = 1n;
  for (let k = 2n; k <= n; k++) product *= k;
  return q(product);
}

/** n over k, as k products and quotients. */
export function binomialV(above: Value, below: Value): Value {
  const [n, k] = [wholeOf(above), wholeOf(below)];
  if (n < 0n) throw new Unclear("a binomial coefficient of what is negative");
  if (k < 0n || k > n) return q(0);
  let result = 1n;
  for (let i = 1n; i <= k; i++) result = (result * (n - k + i)) / i;
  return q(result);
}

/** 1 where two whole numbers are one, else 0. */
export const deltaV = (i: Value, j: Value): Value => q(wholeOf(i) === wholeOf(j) ? 1 : 0);
