import type { Assumptions, Fact } from "../../assumptions/assumptions.js";
import { type Demand, freed, relationOf, wholeNameIn } from "../conditions/demands.js";
import type { Literal } from "../conditions/proposition.js";
import { openFunctions } from "../conditions/interpretations.js";
import { isPlain } from "../points/judged.js";

/** How many points of each level are tried: where the conditions leave none, all that is tried is in vain. */
export const perLevel = 12;

/**
 * The assumptions with demands among them: for choosing points, which then lie where the demands are met, and for nothing
 * else. A demand whose value no point tells is left out, and so is one about bound names, but for that on every entry.
 */
export const guided = (assumptions: Assumptions, demands: readonly Demand[]): Assumptions => ({
  ...assumptions,
  facts: [...assumptions.facts, ...demands.flatMap(factsOf)],
});

/** The same with comparisons that are to hold there, too; onto an equation points are moved. */
export const guidedInto = (
  assumptions: Assumptions,
  literals: readonly Literal[],
  demands: readonly Demand[],
): Assumptions => {
  const facts = literals.flatMap(({ relation, gap }): Fact[] =>
    relation !== "=" && isTold(gap) ? [{ kind: "compare", expr: gap, relation, text: "" }] : [],
  );
  return guided({ ...assumptions, facts: [...assumptions.facts, ...facts] }, demands);
};

function factsOf(demand: Demand): Fact[] {
  const bare = freed(demand);
  const { need, expr, scopes } = bare;
  if ((scopes.length > 0 && expr.kind !== "index") || !isTold(expr)) return [];
  const text = "";
  const name = wholeNameIn(bare);
  const whole: Fact[] = name === undefined ? [] : [{ kind: "integer", name, text }];
  if (need === "integer") return whole;
  return [...whole, { kind: "compare", expr, relation: relationOf(need), text }];
}

const isTold = (expr: Demand["expr"]): boolean => isPlain(expr) && openFunctions([expr]).size === 0;
