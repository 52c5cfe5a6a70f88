import { arcTangent } from "../evaluate/arcs.js";
import { arcTangentForm } from "../functions/angles/arcForms.js";
import { number, over, subtract, sumOf, symbol, toThe } from "../tree/expression.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";

const quarter = over(symbol("pi"), number(2n));

export const atan: FunctionDefinition = {
  name: "atan",
  arity: 1,
  arc: true,
  meaning: "the angle between -pi/2 and pi/2 whose tangent is x",
  value: arcTangent,
  normal: arcTangentForm,
  partials: (x) => [over(number(1n), sumOf(number(1n), toThe(x, number(2n))))],
  domain: everywhere,
  known: (value) => [
    { expr: subtract(quarter, value), relation: ">" },
    { expr: sumOf(quarter, value), relation: ">" },
  ],
  sign: (signs, x) => signs.sign(x),
  latex: { commands: ["arctan"], head: "\\arctan" },
  examples: [
    { claim: "atan(1) = pi/4", grade: "proved" },
    { claim: "tan(atan(x)) = x", grade: "proved" },
    { claim: "atan(tan(x)) = x", given: ["-pi/2 < x < pi/2"], grade: "proved" },
    { claim: "D(atan(x), x) = 1/(1 + x^2)", grade: "proved" },
    { claim: "atan(x) < pi/2", grade: "proved" },
    { claim: "atan(tan(x)) = x", given: ["cos(x) != 0"], grade: "refuted" },
  ],
};
