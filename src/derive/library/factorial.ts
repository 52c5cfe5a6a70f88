import { Rational } from "../../num/index.js";
import { Undefined, cannotEvaluate } from "../tree/errors.js";
import { call, number, subtract } from "../tree/expression.js";
import { factorialForm } from "../functions/factorials.js";
import type { FunctionDefinition } from "./shared/definition.js";
import { integerOf } from "./shared/integerOf.js";

/** 1100! has about 9,500 bits, half of what a value may have, so that its square is still held. */
const largest = 1_100n;

export const factorial: FunctionDefinition = {
  name: "factorial",
  arity: 1,
  meaning: "the product of the integers from 1 to x, written x!",
  value(math, x) {
    const n = integerOf(x, "a factorial");
    if (n < 0n) throw new Undefined(`a factorial is taken of ${n}`);
    if (n > largest) throw cannotEvaluate(`the factorial of ${n}`);
    math.noteWork(Number(n));
    let product = 1n;
    for (let i = 2n; i <= n; i++) product *= i;
    return Rational.of(product);
  },
  normal: factorialForm,
  domain: (x) => [{ expr: x, need: "count" }],
  known: (value) => [{ expr: subtract(value, number(1n)), relation: ">=" }],
  sign: () => ({ side: 1, weak: false }),
  integer: "always",
  jumps: (x) => [{ of: x, at: "integers", there: (value) => call("factorial", value) }],
  latex: { write: (write, x) => `${write(x, "base")}!` },
  examples: [
    { claim: "(n + 1)! = (n + 1)*n!", given: ["n integer >= 0"], grade: "proved" },
    { claim: "1 <= n!", given: ["n integer >= 0"], grade: "proved" },
    { claim: "factorial(5) = 120", grade: "proved" },
    { claim: "(2*n)! = 2*n!", given: ["n integer >= 0"], grade: "refuted" },
  ],
};
