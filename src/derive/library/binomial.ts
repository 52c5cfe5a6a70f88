import { Rational } from "../../num/index.js";
import { cannotEvaluate } from "../tree/errors.js";
import { isExact, type Value } from "../evaluate/value.js";
import { binomialForm } from "../functions/factorials.js";
import type { FunctionDefinition } from "./shared/definition.js";
import { integerOf } from "./shared/integerOf.js";

/** Factors of one value: each is a product of long numbers. */
const most = 500n;

/** Each product of so many integers in a row is divisible by the number of them. */
function chosen(n: bigint, count: bigint): bigint {
  let product = 1n;
  for (let i = 0n; i < count; i++) product = (product * (n - i)) / (i + 1n);
  return product;
}

export const binomial: FunctionDefinition = {
  name: "binomial",
  arity: 2,
  meaning: "x (x - 1) ... (x - y + 1)/y!",
  value(math, n, k) {
    const count = integerOf(k, "a binomial coefficient");
    if (count < 0n || count > most) throw cannotEvaluate(`a binomial coefficient of ${count}`);
    math.noteWork(3 * Number(count));
    if (isExact(n) && n.isInteger) return Rational.of(chosen(n.num, count));
    let product: Value = Rational.of(1n);
    for (let i = 0n; i < count; i++) {
      const factor = math.add(n, Rational.of(-i));
      product = math.div(math.mul(product, factor), Rational.of(i + 1n));
    }
    return product;
  },
  normal: binomialForm,
  domain: (_, k) => [{ expr: k, need: "count" }],
  integer: "of integers",
  latex: { write: (write, n, k) => `\\binom{${write(n)}}{${write(k)}}`, encloses: true },
  examples: [
    { claim: "binomial(n, 2) = n*(n - 1)/2", grade: "proved" },
    {
      claim: "binomial(n, k) = n!/(k!*(n - k)!)",
      given: ["n integer >= 0", "k integer >= 0", "n >= k"],
      grade: "proved",
    },
    { claim: "binomial(n, 2) = n^2/2", grade: "refuted" },
  ],
};
