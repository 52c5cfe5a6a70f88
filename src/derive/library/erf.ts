import { errorFunction } from "../evaluate/special/errorFunction.js";
import {
  call,
  times,
  negate,
  number,
  over,
  subtract,
  sumOf,
  symbol,
  toThe,
} from "../tree/expression.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";
import { oddForm } from "../functions/odd.js";

export const erf: FunctionDefinition = {
  name: "erf",
  arity: 1,
  meaning: "2/sqrt(pi) times the integral of exp(-t^2) from 0 to x",
  value: errorFunction,
  normal: (ctx, x) => oddForm(ctx, "erf", x),
  partials: (x) => [
    over(times(number(2n), call("exp", negate(toThe(x, number(2n))))), call("sqrt", symbol("pi"))),
  ],
  domain: everywhere,
  known: (value) => [
    { expr: subtract(number(1n), value), relation: ">" },
    { expr: sumOf(number(1n), value), relation: ">" },
  ],
  sign: (signs, x) => signs.sign(x),
  latex: { head: "\\operatorname{erf}" },
  examples: [
    { claim: "erf(-x) = -erf(x)", grade: "proved" },
    { claim: "D(erf(x), x) = 2*exp(-x^2)/sqrt(pi)", grade: "proved" },
    { claim: "erf(x) < 1", grade: "proved" },
    { claim: "D(erf(x), x) = exp(-x^2)", grade: "refuted" },
  ],
};
