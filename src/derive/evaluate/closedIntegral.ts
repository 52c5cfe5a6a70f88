import type { Rational } from "../../num/index.js";
import { newContext } from "../form/engine.js";
import { Diverges, GaveUp, isNoAnswer, Undefined, cannotEvaluate } from "../tree/errors.js";
import { type Call, type Expr, number, parts, treeKey } from "../tree/expression.js";
import { formExpression } from "../form/formExpression.js";
import { normalForm } from "../form/normalForm.js";
import { freeNames, substitute } from "../tree/names.js";

/**
 * An integral, or an endless sum, with numbers for its free names, in closed form.
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
  const key = [...values].map(([name, value]) => `${name}=${treeKey(value)}`).join();
  const before = latest.get(expr);
  const found = before?.key === key ? before.found : closedForm(substitute(expr, values), spend);
  latest.set(expr, { key, found });
  if (found instanceof Error) throw found;
  return found;
}

/** What came of an integral where it was asked for last: at one point it is, with one precision after the other. */
const latest = new WeakMap<Call, { key: string; found: Expr | Error }>();

/** The closed form, or why there is none. @throws GaveUp where the work that is left, or the form, is the reason */
function closedForm(expr: Expr, spend: (work: number) => void): Expr | Error {
  /** A tenth of what a claim may take: at a point the integral is one value among others. */
  const ctx = newContext(300_000);
  try {
    const closed = withoutEdges(() => formExpression(ctx, normalForm(ctx, expr)));
    const isOpen = ctx.needs.length > 0 || hasIntegral(closed);
    return isOpen ? cannotEvaluate("an integral without a closed form") : closed;
  } catch (error) {
    if (error instanceof GaveUp || !isNoAnswer(error)) throw error;
    return error;
  } finally {
    spend(ctx.ring.spent);
  }
}

/** What has no value at an end of an integral says nothing of the integral: its limit there may be one. */
export function withoutEdges<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Undefined && !(error instanceof Diverges)) {
      throw cannotEvaluate("the value of an antiderivative at an end of its integral");
    }
    throw error;
  }
}

function hasIntegral(expr: Expr): boolean {
  if (expr.kind === "call" && expr.name === "integrate") return true;
  return parts(expr).some(hasIntegral);
}
