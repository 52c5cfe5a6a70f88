import { isInfinity } from "../tree/constants.js";
import { refuseCapture } from "../tree/capture.js";
import type { FunctionDefinition } from "./definitions.js";
import {
  call,
  type Call,
  type Expr,
  number,
  parts,
  sumOf,
  symbol,
  withEach,
} from "../tree/expression.js";
import { substitute } from "../tree/names.js";

/**
 * An integral over the line of a function that is 0 outside (c, d), split at c and d; undefined where no such function
 * of the bound name stands inside.
 *
 *     int f(x) p(x) dx = int_{-oo}^c f(x) 0 dx + int_c^d f(x) p(x) dx + int_d^{oo} f(x) 0 dx
 */
export function splitSupport(
  body: Expr,
  bound: string,
  limits: Expr[],
  functions: ReadonlyMap<string, FunctionDefinition>,
): Expr | undefined {
  const [lower, upper] = limits;
  const line = isInfinity(upper) && lower.kind === "neg" && isInfinity(lower.of);
  const found = line ? supported(body, bound, functions) : undefined;
  if (!found) return undefined;
  const { support, parameters, body: density } = functions.get(found)!;
  refuseCapture(`${found}(${parameters.join(", ")})`, { parameters, body: density }, [bound]);
  const inside = substitute(density, new Map([[parameters[0], symbol(bound)]]));
  const over = (value: Expr, from: Expr, to: Expr): Call =>
    call("integrate", replaced(body, found, bound, value), symbol(bound), from, to);
  const middle = over(inside, support!.lower, support!.upper);
  // A factor of 0 leaves nothing outside, whatever stands beside it.
  if (factors(body).some((part) => isCall(part, found, bound))) return middle;
  const none = number(0n);
  return sumOf(over(none, lower, support!.lower), middle, over(none, support!.upper, upper));
}

function factors(expr: Expr): Expr[] {
  if (expr.kind === "mul") return expr.factors.flatMap(factors);
  return expr.kind === "neg" ? factors(expr.of) : [expr];
}

const isCall = (expr: Expr, name: string, bound: string): boolean =>
  expr.kind === "call" &&
  expr.name === name &&
  expr.args.length === 1 &&
  expr.args[0].kind === "symbol" &&
  expr.args[0].name === bound;

function supported(
  expr: Expr,
  bound: string,
  functions: ReadonlyMap<string, FunctionDefinition>,
): string | undefined {
  for (const [name, { support }] of functions) {
    if (support && isCall(expr, name, bound)) return name;
  }
  for (const part of parts(expr)) {
    const found = supported(part, bound, functions);
    if (found) return found;
  }
  return undefined;
}

function replaced(expr: Expr, name: string, bound: string, value: Expr): Expr {
  if (isCall(expr, name, bound)) return value;
  return withEach(expr, (part) => replaced(part, name, bound, value));
}
