import { Rational } from "../../num/index.js";
import { add } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { constant, type Form, multiply, raise } from "../form/ring/form.js";

/** 1^k + 2^k + ... + u^k = 1/(k+1) sum_j C(k+1, j) B_j u^(k+1-j), with B_1 = +1/2 (Faulhaber). */
export function powerSum(ctx: Context, k: number, upto: Form): Form {
  const { ring } = ctx;
  ctx.applied.add("power-sum");
  const numbers = bernoulli(k);
  const terms: Form[] = [];
  for (let j = 0; j <= k; j++) {
    const weight = numbers[j].mul(Rational.of(choose(k + 1, j), BigInt(k + 1)));
    terms.push(multiply(ring, constant(ring, weight), raise(ring, upto, k + 1 - j)));
  }
  return add(ring, ...terms);
}

function bernoulli(most: number): Rational[] {
  const numbers: Rational[] = [Rational.of(1n)];
  for (let m = 1; m <= most; m++) {
    let sum = Rational.of(0n);
    for (let j = 0; j < m; j++) sum = sum.add(numbers[j].mul(Rational.of(choose(m + 1, j))));
    numbers.push(sum.div(Rational.of(BigInt(-(m + 1)))));
  }
  if (most >= 1) numbers[1] = Rational.of(1n, 2n);
  return numbers;
}

export function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1n; i <= BigInt(k); i++) result = (result * (BigInt(n) - i + 1n)) / i;
  return result;
}
