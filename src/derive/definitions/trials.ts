import type { Assumptions } from "../assumptions/assumptions.js";
import { type Expr, number, parts, symbol, withParts } from "../tree/expression.js";

/** `loss` and 2 of `loss'2`, its partial derivative by the second argument; 0 for the function itself. */
function baseOf(name: string): { fn: string; k: number } {
  const [, fn = name, k = "0"] = /^(.+)'(\d+)$/.exec(name) ?? [];
  return { fn, k: Number(k) };
}

function namesIn(expr: Expr, found = new Set<string>()): Set<string> {
  if (expr.kind === "call") found.add(expr.name);
  for (const part of parts(expr)) namesIn(part, found);
  return found;
}

/**
 * Functions that stand for every function: those whose `partials` a claim speaks of, unless something is assumed of
 * them. Another name that the engine does not know may mean one function to every reader, as `sin` does.
 */
export function abstractFunctions(exprs: readonly Expr[], assumptions: Assumptions): Set<string> {
  const found = new Set<string>();
  for (const name of exprs.flatMap((expr) => [...namesIn(expr)])) {
    const { fn, k } = baseOf(name);
    if (k > 0) found.add(fn);
  }
  for (const fact of assumptions.facts) {
    if (fact.kind === "density") found.delete(fact.name);
    if (fact.kind === "compare") for (const name of namesIn(fact.expr)) found.delete(name);
  }
  return found;
}

/** A kind of function to try: its value, and its partial derivative by one argument. */
export interface Trial {
  words: string;
  value(fn: string, args: Expr[]): Expr;
  partial(fn: string, args: Expr[], k: number): Expr;
}

const times = (...factors: Expr[]): Expr => ({ kind: "mul", factors });
const sum = (terms: Expr[]): Expr => (terms.length === 1 ? terms[0] : { kind: "add", terms });
const slope = (fn: string, i: number) => symbol(`${fn}_slope${i}`);
const curve = (fn: string, i: number) => symbol(`${fn}_curve${i}`);

/** With free coefficients: linear, and quadratic with a constant. */
export const trials: Trial[] = [
  {
    words: "linear",
    value: (fn, args) => sum(args.map((arg, i) => times(slope(fn, i + 1), arg))),
    partial: (fn, _args, k) => slope(fn, k),
  },
  {
    words: "quadratic",
    value: (fn, args) =>
      sum([
        symbol(`${fn}_start`),
        ...args.flatMap((arg, i) => [
          times(slope(fn, i + 1), arg),
          times(curve(fn, i + 1), arg, arg),
        ]),
      ]),
    partial: (fn, args, k) => sum([slope(fn, k), times(number(2n), curve(fn, k), args[k - 1])]),
  },
];

/** The expression with each of these functions of the kind that is tried. */
export function tried(expr: Expr, functions: ReadonlySet<string>, trial: Trial): Expr {
  const own = parts(expr).map((part) => tried(part, functions, trial));
  const { fn, k } = expr.kind === "call" ? baseOf(expr.name) : { fn: "", k: 0 };
  if (functions.has(fn)) return k === 0 ? trial.value(fn, own) : trial.partial(fn, own, k);
  return own.length ? withParts(expr, own) : expr;
}
