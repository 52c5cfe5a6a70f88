import type { Assumptions } from "./assumptions.js";
import { type Expr, parts, symbol, withParts } from "./expression.js";
import { knownFunctions } from "./functions/calls.js";

const forms = new Set(["D", "sum", "prod", "integrate", "at", "or", "and", "=", "<", "<=", "!="]);

/** Names of the functions of which nothing is known, neither here nor from the assumptions. */
export function abstractFunctions(exprs: readonly Expr[], assumptions: Assumptions): Set<string> {
  const found = new Set<string>();
  const visit = (expr: Expr): void => {
    if (expr.kind === "call" && !forms.has(expr.name) && !knownFunctions.has(expr.name))
      found.add(expr.name);
    parts(expr).forEach(visit);
  };
  exprs.forEach(visit);
  for (const fact of assumptions.facts) {
    if (fact.kind === "density") found.delete(fact.name);
    if (fact.kind === "compare") {
      const own = new Set<string>();
      const named = (expr: Expr): void => {
        if (expr.kind === "call") own.add(expr.name);
        parts(expr).forEach(named);
      };
      named(fact.expr);
      for (const name of own) found.delete(name);
    }
  }
  return found;
}

/** The expression with each of these functions linear: f(a, b) is `f'1 a + f'2 b`, with free coefficients. */
export function linearTrial(expr: Expr, functions: ReadonlySet<string>): Expr {
  const own = parts(expr).map((part) => linearTrial(part, functions));
  if (expr.kind !== "call" || !functions.has(expr.name)) {
    return own.length ? withParts(expr, own) : expr;
  }
  const terms = own.map((arg, i): Expr => ({
    kind: "mul",
    factors: [symbol(`${expr.name}_slope${i + 1}`), arg],
  }));
  return terms.length === 1 ? terms[0] : { kind: "add", terms };
}
