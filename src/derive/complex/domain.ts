import type { Assumptions } from "../assumptions/assumptions.js";
import type { Verdict } from "../decide/conditions/verdict.js";
import type { Fact, Need } from "../oracle/claim/claim.js";
import type { ComplexDomain } from "../oracle/complex/look.js";
import { type Expr, sumOf, symbol, subtract } from "../tree/expression.js";
import { freeNames, substitute } from "../tree/names.js";
import { type ComplexNames, partNames } from "./names.js";

/** Where points are looked for: under the assumptions by parts, where the open conditions of a verdict hold. */
export function domainOf(
  sides: readonly Expr[],
  { facts, equations = [] }: Assumptions,
  names: ComplexNames,
  verdict?: Verdict,
): ComplexDomain {
  const open = (verdict?.conditions ?? []).filter(({ metBy }) => metBy === undefined);
  const needs = open.flatMap(({ demand }): Need[] =>
    demand === undefined || typeof demand === "string" ? [] : [demand],
  );
  const solved = equations.map(({ left, right }): Fact => ({
    kind: "compare",
    expr: subtract(left, right),
    relation: "=",
  }));
  const exprs = sides.map((side) => byParts(side, names));
  return { kinds: names, exprs, facts: [...facts, ...solved], needs };
}

/** An expression in which the names of the parts stand for complex names. */
function byParts(expr: Expr, names: ComplexNames): Expr {
  const values = [...freeNames(expr)].flatMap((name): [string, Expr][] => {
    const kind = names.kind(name);
    if (kind === "real") return [];
    if (kind === "unit") return [[name, symbol("pi")]];
    const { re, im } = partNames(kind === "conjugate" ? names.letter(name) : name);
    return [[name, sumOf(symbol(re), symbol(im))]];
  });
  return substitute(expr, new Map(values));
}
