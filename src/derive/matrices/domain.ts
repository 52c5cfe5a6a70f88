import type { Assumptions } from "../assumptions/assumptions.js";
import type { MatrixDomain } from "../oracle/matrices/points.js";
import { type Expr, parts, withParts } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";
import type { Sizing } from "./sizes/sizing.js";

/** What small matrices are drawn for a claim, of which the sizes were found. */
export function domainOf(
  sides: readonly Expr[],
  { facts }: Assumptions,
  { arrays }: Sizing,
): MatrixDomain {
  const assumed = facts.flatMap((fact) => (fact.kind === "compare" ? [fact.expr] : []));
  const names = new Set(
    [...sides, ...assumed].flatMap((side) => [...freeNames(withoutNorms(side))]),
  );
  const used = arrays.all().filter(({ name }) => names.has(name));
  const isOther = (name: string): boolean =>
    !arrays.get(name) &&
    !arrays.identity({ kind: "symbol", name }) &&
    name !== "pi" &&
    name !== "e" &&
    (name !== "T" || arrays.numbers.has("T"));
  return {
    arrays: used.map(({ name, size, properties }) => ({
      name,
      ...arrays.lengths.of(size),
      properties,
    })),
    numbers: [...names].filter(isOther).sort(),
    facts: facts.filter((fact) => fact.kind === "integer" || fact.kind === "compare"),
  };
}

/** An expression without the letters that say which norm is meant, as F does for Frobenius. */
function withoutNorms(expr: Expr): Expr {
  const own = expr.kind === "call" && expr.name === "norm" ? expr.args.slice(0, 1) : parts(expr);
  return expr.kind === "call"
    ? { ...expr, args: own.map(withoutNorms) }
    : withParts(expr, own.map(withoutNorms));
}
