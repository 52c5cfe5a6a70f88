import type { Rational } from "../../num/index.js";
import { newContext } from "../form/engine.js";
import { Diverges, NoValue, Undefined } from "../tree/errors.js";
import { type Call, type Expr, number, parts } from "../tree/expression.js";
import { formExpression } from "../form/formExpression.js";
import { normalForm } from "../form/normalForm.js";
import { freeNames, substitute } from "../tree/names.js";

/**
 * An integral with numbers for its free names, in closed form.
 *
 * @param spend told how much work it took
 * @throws Diverges where the integral has no value, NoValue where no closed form is found
 */
export function closedIntegral(
  expr: Call,
  symbols: ReadonlyMap<string, Rational>,
  spend: (work: number) => void,
): Expr {
  const values = new Map<string, Expr>();
  for (const name of freeNames(expr)) {
    const value = symbols.get(name);
    if (value) values.set(name, number(value));
  }
  const ctx = newContext(300_000);
  let closed: Expr;
  try {
    closed = withoutEdges(() => formExpression(ctx, normalForm(ctx, substitute(expr, values))));
  } finally {
    spend(ctx.ring.spent);
  }
  if (ctx.needs.length || hasIntegral(closed)) {
    throw new NoValue("an integral without a closed form");
  }
  return closed;
}

/** What has no value at an end of an integral says nothing of the integral: its limit there may be one. */
export function withoutEdges<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Undefined && !(error instanceof Diverges)) {
      throw new NoValue("the value of an antiderivative at an end of its integral");
    }
    throw error;
  }
}

function hasIntegral(expr: Expr): boolean {
  if (expr.kind === "call" && expr.name === "integrate") return true;
  return parts(expr).some(hasIntegral);
}
