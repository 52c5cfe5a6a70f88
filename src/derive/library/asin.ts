import { arcSine } from "../evaluate/arcs.js";
import { arcSineForm } from "../functions/angles/arcForms.js";
import { call, number, over, subtract, sumOf, symbol, toThe } from "../tree/expression.js";
import type { FunctionDefinition } from "./shared/definition.js";
import { betweenOnes } from "./shared/betweenOnes.js";

const quarter = over(symbol("pi"), number(2n));

export const asin: FunctionDefinition = {
  name: "asin",
  arity: 1,
  arc: true,
  meaning: "the angle from -pi/2 to pi/2 whose sine is x",
  value: arcSine,
  normal: arcSineForm,
  partials: (x) => [over(number(1n), call("sqrt", subtract(number(1n), toThe(x, number(2n)))))],
  domain: betweenOnes,
  known: (value) => [
    { expr: subtract(quarter, value), relation: ">=" },
    { expr: sumOf(quarter, value), relation: ">=" },
  ],
  sign: (signs, x) => signs.sign(x),
  latex: { commands: ["arcsin"], head: "\\arcsin" },
  examples: [
    { claim: "asin(1/2) = pi/6", grade: "proved" },
    { claim: "sin(asin(x)) = x", given: ["-1 <= x <= 1"], grade: "proved" },
    { claim: "cos(2*asin(x)) = 1 - 2*x^2", grade: "proved-if" },
    { claim: "asin(sin(x)) = x", given: ["-pi/2 <= x <= pi/2"], grade: "proved" },
    { claim: "D(asin(x), x) = 1/sqrt(1 - x^2)", given: ["-1 < x < 1"], grade: "proved" },
    { claim: "asin(sin(x)) = x", grade: "refuted" },
  ],
};
