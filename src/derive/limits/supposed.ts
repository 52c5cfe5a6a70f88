import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { authored } from "../decide/conditions/authored.js";
import { conditionsOf } from "../decide/conditions/conditions.js";
import { words } from "../decide/conditions/conditionWords.js";
import { type Demand, relationOf } from "../decide/conditions/demands.js";
import { contextFor } from "../decide/conditions/prepare.js";
import type { StatedCondition } from "../decide/conditions/verdict.js";
import { formExpression } from "../form/formExpression.js";
import type { Expr } from "../tree/expression.js";
import type { Asked } from "./series/asked.js";
import { fixedParts } from "./sides.js";

/**
 * What limits rest on: the signs that were supposed, and what their parts without the moving name need for having values.
 *
 * @param isEither whether of a sign that may be either one no more is told than that it is one
 */
export function supposedOf(
  sides: readonly Expr[],
  asked: Asked,
  assumptions: Assumptions,
  isEither = false,
): { conditions: StatedCondition[]; facts: Fact[] } {
  const { ctx } = asked;
  const signs = asked.supposed.map((own): StatedCondition => {
    const { form, need } =
      isEither && own.either ? { form: own.either, need: "nonzero" as const } : own;
    const demand = authored(ctx, { need, expr: formExpression(ctx, form), scopes: [] });
    return { ...words(demand), demand, supposed: true };
  });
  const fixed = sides.flatMap((side) => fixedParts(side));
  const all = [...signs, ...conditionsOf(fixed, contextFor(fixed, assumptions))];
  const conditions = all.filter(
    ({ text }, i) => all.findIndex((other) => other.text === text) === i,
  );
  const facts = conditions.flatMap(({ demand, text, metBy }) =>
    metBy === undefined && typeof demand === "object" ? factOf(demand, text) : [],
  );
  return { conditions, facts };
}

function factOf({ need, expr, scopes }: Demand, text: string): Fact[] {
  if (scopes.length > 0) return [];
  if (need === "integer" || need === "count")
    return expr.kind === "symbol" ? [{ kind: "integer", name: expr.name, text }] : [];
  return [{ kind: "compare", expr, relation: relationOf(need), text }];
}
