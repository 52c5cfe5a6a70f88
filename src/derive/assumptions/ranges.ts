import type { Assumptions, Fact } from "./assumptions.js";
import { type Expr, subtract, symbol } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";

/** The assumptions with what `k from 1 to n` says of k where it is free in a claim: a whole number in that range. */
export function withRanges(assumptions: Assumptions, sides: readonly Expr[]): Assumptions {
  const facts = (assumptions.declared ?? []).flatMap(({ name, meaning, text }): Fact[] => {
    if (meaning.is !== "index" || !sides.some((side) => freeNames(side).has(name))) return [];
    const index = symbol(name);
    return [
      { kind: "integer", name, text },
      { kind: "compare", expr: subtract(index, meaning.from), relation: ">=", text },
      { kind: "compare", expr: subtract(meaning.to, index), relation: ">=", text },
    ];
  });
  return facts.length ? { ...assumptions, facts: [...assumptions.facts, ...facts] } : assumptions;
}
