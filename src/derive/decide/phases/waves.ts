import { constantValue } from "../../constants.js";
import {
  boundName,
  type Call,
  type Expr,
  number,
  parts,
  sumOf,
  withParts,
} from "../../expression.js";
import { substitute } from "../../names.js";

const waves = new Set(["sin", "cos", "tan"]);
/** What may tie an angle to another in a way that no form shows. */
const ties = new Set(["abs", "floor", "ceil", "sign", "max", "min", "sum", "prod"]);

const isWave = (expr: Expr): expr is Call =>
  expr.kind === "call" && waves.has(expr.name) && expr.args.length === 1;

/** So many terms of a sum are written out, each of which has an angle of its own. */
const mostTerms = 8n;

/** The expression with short sums written out. */
export function unrolled(expr: Expr): Expr {
  const own = withParts(expr, parts(expr).map(unrolled));
  const name = boundName(own);
  if (own.kind !== "call" || own.name !== "sum" || name === undefined) return own;
  const [from, to] = own.args.slice(2).map(constantValue);
  if (!from?.isInteger || !to?.isInteger || to.num < from.num || to.num - from.num >= mostTerms)
    return own;
  const terms = Array.from({ length: Number(to.num - from.num) + 1 }, (_, k) =>
    substitute(own.args[0], new Map([[name, number(from.num + BigInt(k))]])),
  );
  return sumOf(...terms);
}

/** What sines and cosines in an expression are taken of. */
export const waveArguments = (expr: Expr): Expr[] =>
  isWave(expr) ? [expr.args[0]] : parts(expr).flatMap(waveArguments);

/** The expression with other arguments for its sines and cosines. */
export function withWaveArguments(expr: Expr, change: (argument: Expr) => Expr): Expr {
  if (isWave(expr)) return withParts(expr, [change(expr.args[0])]);
  return withParts(
    expr,
    parts(expr).map((part) => withWaveArguments(part, change)),
  );
}

/** Whether an argument is made of what turns smoothly, and by itself. */
export const isSmooth = (argument: Expr): boolean =>
  argument.kind !== "index" &&
  !(argument.kind === "call" && (ties.has(argument.name) || waves.has(argument.name))) &&
  parts(argument).every(isSmooth);
