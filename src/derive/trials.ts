import type { Assumptions } from "./assumptions.js";
import { type Expr, number, parts, symbol, withParts } from "./expression.js";
import { knownFunctions } from "./functions/calls.js";

const forms = new Set(["D", "sum", "prod", "integrate", "at", "or", "and", "=", "<", "<=", "!="]);

/** Names that mean one function to every reader: that the engine does not know it says nothing of a claim. */
const meant = new Set(
  (
    "sin cos tan cot sec csc asin acos atan atan2 asinh acosh atanh erf erfc gamma Gamma lgamma beta zeta binomial " +
    "combinations permutations choose mod gcd lcm round trunc fix nthRoot hypot sinc E Var Cov Pr P given " +
    "mean variance std det trace inv transpose norm argmax argmin"
  ).split(" "),
);

/** `loss` and 2 of `loss'2`, its partial derivative by the second argument; 0 for the function itself. */
function baseOf(name: string): { fn: string; k: number } {
  const [, fn = name, k = "0"] = /^(.+)'(\d+)$/.exec(name) ?? [];
  return { fn, k: Number(k) };
}

function functionsIn(expr: Expr, found = new Set<string>()): Set<string> {
  // `p(x, given(mu))` is a conditional density, and not p of two arguments.
  const isGiven =
    expr.kind === "call" && expr.args.some((arg) => arg.kind === "call" && arg.name === "given");
  if (expr.kind === "call" && !isGiven) found.add(baseOf(expr.name).fn);
  for (const part of parts(expr)) functionsIn(part, found);
  return found;
}

/** Names of the functions of which nothing is known, neither here nor from the assumptions. */
export function abstractFunctions(exprs: readonly Expr[], assumptions: Assumptions): Set<string> {
  const found = new Set(exprs.flatMap((expr) => [...functionsIn(expr)]));
  for (const name of found) {
    if (forms.has(name) || knownFunctions.has(name) || meant.has(name)) found.delete(name);
  }
  for (const fact of assumptions.facts) {
    if (fact.kind === "density") found.delete(fact.name);
    if (fact.kind === "compare") for (const name of functionsIn(fact.expr)) found.delete(name);
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
