import { holds } from "../../record/index.js";
import type { Ground } from "../steps/grading.js";
import { type Entry, gradedStep } from "../steps/steps.js";
import type { StepOptions } from "../steps/stepOptions.js";
import { constantValue } from "../tree/constants.js";
import { DerivationError } from "../tree/errors.js";
import { call, type Expr, treeKey } from "../tree/expression.js";
import type { Statement } from "../notation/relation.js";
import { checkDomain } from "./argmaxDomain.js";

interface Maximum {
  body: Expr;
  name: Expr & { kind: "symbol" };
  place: Expr;
}

/** A step of a derivation below those above it, with its grade and evidence. */
export function nextStep(
  statement: Statement,
  because: string,
  ground: Ground,
  options: StepOptions,
  above: readonly Entry[],
): Entry {
  return withMaximum(gradedStep(statement, because, ground, options, above), above, ground);
}

/**
 * A step with the rule by which it shows a maximum, if it does: the second derivative is below 0 at a place that a step
 * above gives as the only one where the first is 0. It is found in the steps themselves, so that a record needs no more.
 */
function withMaximum(entry: Entry, above: readonly Entry[], ground: Ground): Entry {
  const { step, sides } = entry;
  if (step.relation !== "<" || !sides || !holds(step)) return entry;
  if (constantValue(sides[1].expr)?.sign !== 0) return entry;
  const found = bentAt(startOf(sides[0].expr, above));
  if (!found || !above.some((own) => givesAlone(own, found)) || !isOnInterval(found, ground))
    return entry;
  return {
    ...entry,
    step: { ...step, rules: [...(step.rules ?? []), "single-stationary-point"] },
  };
}

/** Where a chain of equations begins that ends in an expression. */
function startOf(end: Expr, above: readonly Entry[]): Expr {
  let start = end;
  for (const { step, sides } of [...above].reverse()) {
    if (step.relation !== "=" || !sides || !holds(step)) break;
    if (treeKey(sides[1].expr) !== treeKey(start)) break;
    start = sides[0].expr;
  }
  return start;
}

/** f, x and p of the second derivative of f by x at x = p. */
function bentAt(expr: Expr): Maximum | undefined {
  if (expr.kind !== "call" || expr.name !== "at" || expr.args.length !== 3) return undefined;
  const [bend, name, place] = expr.args;
  const slope = derived(bend, name);
  const body = slope && derived(slope, name);
  return body && name.kind === "symbol" ? { body, name, place } : undefined;
}

/** What is differentiated by a name, in either notation. */
const derived = (expr: Expr, by: Expr): Expr | undefined =>
  expr.kind === "call" &&
  (expr.name === "D" || expr.name === "partial") &&
  treeKey(expr.args[1]) === treeKey(by)
    ? expr.args[0]
    : undefined;

/** Whether a step says that the slope is 0 at the place and nowhere else. */
function givesAlone({ step, sides }: Entry, { body, name, place }: Maximum): boolean {
  if (step.relation !== "<=>" || !sides || !holds(step)) return false;
  const [{ expr: stationary }, { expr: placed }] = sides;
  if (stationary.kind !== "call" || stationary.name !== "=") return false;
  const [slope, zero] = stationary.args;
  const of = derived(slope, name);
  const isStationary = constantValue(zero)?.sign === 0 && of && treeKey(of) === treeKey(body);
  return Boolean(isStationary) && treeKey(placed) === treeKey(call("=", name, place));
}

function isOnInterval({ body, name, place }: Maximum, ground: Ground): boolean {
  try {
    checkDomain(body, name.name, place, ground);
    return true;
  } catch (error) {
    if (error instanceof DerivationError) return false;
    throw error;
  }
}
