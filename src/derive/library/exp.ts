import { call, number } from "../tree/expression.js";
import { exponential } from "../functions/exponential.js";
import { alwaysPositive } from "./shared/alwaysPositive.js";
import { everywhere, type FunctionDefinition } from "./shared/definition.js";
import { compared } from "./shared/unfold.js";

export const exp: FunctionDefinition = {
  name: "exp",
  arity: 1,
  meaning: "e to the power x",
  value: (math, x) => math.exp(x),
  normal: exponential,
  partials: (x) => [call("exp", x)],
  domain: everywhere,
  known: alwaysPositive,
  ofMatrices: true,
  /** The logarithm grows, and what is positive is above a number that is not. */
  unfold({ rational }, [u], relation, value) {
    const plain = rational(value);
    if (!plain) return undefined;
    if (plain.sign > 0) return [[compared(u, relation, call("log", value))]];
    const isAbove = relation === ">" || relation === ">=" || relation === "!=";
    return isAbove ? [[compared(number(0n), "<=", number(0n))]] : [];
  },
  entrywise: "vectors",
  latex: { commands: ["exp"], head: "\\exp", write: (write, x) => `e^{${write(x)}}` },
  examples: [
    { claim: "exp(a + b) = exp(a)*exp(b)", grade: "proved" },
    { claim: "D(exp(2*x), x) = 2*exp(2*x)", grade: "proved" },
    { claim: "1 + x <= exp(x)", grade: "proved" },
    { claim: "exp(2*x) = 2*exp(x)", grade: "refuted" },
  ],
};
