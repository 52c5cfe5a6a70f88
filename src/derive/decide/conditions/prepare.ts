import { type Assumptions, everyIndex } from "../../assumptions/assumptions.js";
import { newContext } from "../../form/engine.js";
import type { Expr } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import { outcomesIn } from "../../functions/events.js";
import { integerIndices } from "../../tree/names.js";
import {
  conditionsOf,
  convergenceConditions,
  learnAssumptions,
  learnConditions,
  noteImproper,
  type OpenCondition,
  supposedConditions,
} from "./conditions.js";
import type { RuleId } from "../../../record/types.js";
import type { StatedCondition } from "./verdict.js";

/** A context that knows the assumptions and the conditions of some expressions. */
export interface Prepared {
  ctx: Context;
  exprs: Expr[];
  conditions: OpenCondition[];
  assumptions: Assumptions;
}

export function prepare(exprs: Expr[], assumptions: Assumptions, budget?: number): Prepared {
  const ctx = contextFor(exprs, assumptions, budget);
  const conditions = conditionsOf(exprs, ctx);
  learnConditions(ctx, conditions);
  return { ctx, exprs, conditions, assumptions };
}

/** A context that knows the assumptions alone. */
export function contextFor(exprs: Expr[], assumptions: Assumptions, budget?: number): Context {
  const ctx = newContext(budget);
  for (const [measure, variables] of outcomesIn(exprs)) ctx.outcomes.set(measure, variables);
  for (const expr of exprs) for (const name of integerIndices(expr)) ctx.signs.integer(name);
  for (const name of everyIndex(assumptions, exprs)) ctx.signs.every.add(name);
  learnAssumptions(ctx, assumptions);
  return ctx;
}

/** The rules that were applied to bring expressions to forms, and where these demand something, that. */
export const appliedRules = ({ ctx, conditions }: Prepared): RuleId[] => [
  ...ctx.applied,
  ...(conditions.length ? (["definedness"] as const) : []),
];

/** The conditions of the expressions, and what the procedures supposed on their way. */
export function allConditions({
  ctx,
  exprs,
  conditions,
  assumptions,
}: Prepared): StatedCondition[] {
  const all: StatedCondition[] = [...conditions];
  noteImproper(exprs, ctx);
  for (const more of [...supposedConditions(ctx), ...convergenceConditions(ctx, assumptions)]) {
    if (!all.some(({ text }) => text === more.text)) all.push(more);
  }
  return all;
}
