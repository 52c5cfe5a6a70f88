import { call, type Expr, negate, number, over, subtract, sumOf, toThe } from "../expression.js";

const one = number(1n);
const two = number(2n);
const exp = (x: Expr) => call("exp", x);

const macros = new Map<string, (...args: Expr[]) => Expr>([
  ["sigmoid", (x: Expr) => over(one, sumOf(one, exp(negate(x))))],
  ["softplus", (x: Expr) => call("log", sumOf(one, exp(x)))],
  ["relu", (x: Expr) => call("max", x, number(0n))],
  ["tanh", (x: Expr) => over(subtract(exp(x), exp(negate(x))), sumOf(exp(x), exp(negate(x))))],
  ["sinh", (x: Expr) => over(subtract(exp(x), exp(negate(x))), two)],
  ["cosh", (x: Expr) => over(sumOf(exp(x), exp(negate(x))), two)],
  ["square", (x: Expr) => toThe(x, two)],
  ["log2", (x: Expr) => over(call("log", x), call("log", two))],
  ["log10", (x: Expr) => over(call("log", x), call("log", number(10n)))],
  ["log", (x: Expr, base: Expr) => over(call("log", x), call("log", base))],
]);

/** A function that is short for others, written out with its arguments; undefined for any other. */
export function writtenOut(name: string, args: readonly Expr[]): Expr | undefined {
  const macro = macros.get(name);
  return macro?.length === args.length ? macro(...args) : undefined;
}

/** Whether a function is short for others. */
export const isMacro = (name: string): boolean => macros.has(name);
