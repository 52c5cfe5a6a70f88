import { type Call, type Expr, parts, withParts, withEach } from "../../tree/expression.js";

const waves = new Set(["sin", "cos", "tan"]);
/** What may tie an angle to another in a way that no form shows. */
const ties = new Set(["abs", "floor", "ceil", "sign", "max", "min", "sum", "prod"]);

const isWave = (expr: Expr): expr is Call =>
  expr.kind === "call" && waves.has(expr.name) && expr.args.length === 1;

/** What sines and cosines in an expression are taken of. */
export const waveArguments = (expr: Expr): Expr[] =>
  isWave(expr) ? [expr.args[0]] : parts(expr).flatMap(waveArguments);

/** The expression with other arguments for its sines and cosines. */
export function withWaveArguments(expr: Expr, change: (argument: Expr) => Expr): Expr {
  if (isWave(expr)) return withParts(expr, [change(expr.args[0])]);
  return withEach(expr, (part) => withWaveArguments(part, change));
}

/** Whether an argument is made of what turns smoothly, and by itself. */
export const isSmooth = (argument: Expr): boolean =>
  argument.kind !== "index" &&
  !(argument.kind === "call" && (ties.has(argument.name) || waves.has(argument.name))) &&
  parts(argument).every(isSmooth);
