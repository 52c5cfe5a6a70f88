import { Absent } from "../tree/absent.js";
import { readAsFunctions } from "../read/words.js";
import type { Expr } from "../tree/expression.js";
import { abs } from "./abs.js";
import { acos } from "./acos.js";
import { acosh } from "./acosh.js";
import { arccos } from "./arccos.js";
import { arcsin } from "./arcsin.js";
import { arctan } from "./arctan.js";
import { asin } from "./asin.js";
import { asinh } from "./asinh.js";
import { atan } from "./atan.js";
import { atanh } from "./atanh.js";
import { binomial } from "./binomial.js";
import { cbrt } from "./cbrt.js";
import { ceil } from "./ceil.js";
import { cos } from "./cos.js";
import { cosh } from "./cosh.js";
import { cot } from "./cot.js";
import { csc } from "./csc.js";
import { type FunctionDefinition, type Jump, takes } from "./shared/definition.js";
import { delta } from "./delta.js";
import { exp } from "./exp.js";
import { factorial } from "./factorial.js";
import { floor } from "./floor.js";
import { ln } from "./ln.js";
import { log } from "./log.js";
import { log10 } from "./log10.js";
import { log2 } from "./log2.js";
import { max } from "./max.js";
import { min } from "./min.js";
import { relu } from "./relu.js";
import { sec } from "./sec.js";
import { sigmoid } from "./sigmoid.js";
import { sign } from "./sign.js";
import { sin } from "./sin.js";
import { sinh } from "./sinh.js";
import { softplus } from "./softplus.js";
import { sqrt } from "./sqrt.js";
import { square } from "./square.js";
import { tan } from "./tan.js";
import { tanh } from "./tanh.js";

const all = [
  ...[exp, log, ln, log2, log10, sqrt, cbrt, square],
  ...[sin, cos, tan, sec, csc, cot],
  ...[asin, acos, atan, arcsin, arccos, arctan],
  ...[sinh, cosh, tanh, asinh, acosh, atanh],
  ...[abs, sign, max, min, floor, ceil],
  ...[sigmoid, softplus, relu],
  ...[factorial, binomial, delta],
];

/** Functions that seldom stand in a claim: rest.ts adds them, which a page loads with the first claim that names one. */
const rest = new Set("sech csch coth atan2 Gamma Beta erf".split(" "));

/** Functions by name; of one that is not loaded only the name is known, and what else is asked of it throws Absent. */
class Library extends Map<string, FunctionDefinition> {
  override has(name: string): boolean {
    return super.has(name) || rest.has(name);
  }
  override get(name: string): FunctionDefinition | undefined {
    const known = super.get(name);
    if (!known && rest.has(name)) throw new Absent();
    return known;
  }
}

/** Every function that the prover knows, by name. */
export const library: Map<string, FunctionDefinition> = new Library(
  all.map((one) => [one.name, one]),
);
readAsFunctions(library);

/** The definition of a function with as many arguments; undefined where it does not take them. */
export function definitionOf(name: string, count: number): FunctionDefinition | undefined {
  const known = library.get(name);
  return known && takes(known, count) ? known : undefined;
}

/** Where the function that an expression calls jumps. */
export const jumpsOf = (expr: Expr): Jump[] =>
  (expr.kind === "call" && definitionOf(expr.name, expr.args.length)?.jumps?.(...expr.args)) || [];

/** What a call is short for; undefined for any other. */
export const writtenOut = (name: string, args: readonly Expr[]): Expr | undefined =>
  definitionOf(name, args.length)?.rewrite?.(...args);
