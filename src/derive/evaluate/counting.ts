import { Rational } from "../../num/index.js";
import { NoValue, Undefined } from "../errors.js";
import type { Arithmetic, Value } from "./value.js";

const most = 500n;

export function factorialOf(n: bigint): Rational {
  if (n < 0n) throw new Undefined(`the factorial of ${n}`);
  if (n > most) throw new NoValue(`the factorial of ${n}`);
  let product = 1n;
  for (let i = 2n; i <= n; i++) product *= i;
  return Rational.of(product);
}

/** n (n - 1) ... (n - k + 1)/k!. */
export function binomialOf(math: Arithmetic, n: Value, k: bigint): Value {
  if (k < 0n || k > most) throw new NoValue(`a binomial coefficient of ${k}`);
  let product: Value = Rational.of(1n);
  for (let i = 0n; i < k; i++) {
    const factor = math.add(n, Rational.of(-i));
    product = math.div(math.mul(product, factor), Rational.of(i + 1n));
  }
  return product;
}
