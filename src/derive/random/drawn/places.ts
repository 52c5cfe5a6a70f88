import { hasSign } from "../../form/signs.js";
import type { Assumptions, Fact } from "../../assumptions/assumptions.js";
import { constantValue } from "../../tree/constants.js";
import { boundName, type Expr, number, parts } from "../../tree/expression.js";
import { constantNames, freeNames, substitute } from "../../tree/names.js";
import { isAtom, isRandom, type RandomNames } from "../names.js";

/** Numbers for the sizes and the indices of random families in some expressions, a few choices. */
export function numbersFor(exprs: readonly Expr[], names: RandomNames): Map<string, Expr>[] {
  const [sizes, indices] = [new Set<string>(), new Set<string>()];
  for (const expr of exprs) visit(expr, names, sizes, indices, new Set());
  const places = [...indices].filter((name) => !sizes.has(name));
  if (sizes.size + places.length === 0) return [new Map()];
  const choice = (size: number, apart: number) =>
    new Map([
      ...[...sizes].map((name) => [name, number(BigInt(size))] as const),
      ...places.map((name, i) => [name, number(BigInt(apart * i + 1))] as const),
    ]);
  const meeting = places.length > 1 ? [choice(2, 0)] : [];
  return [choice(2, 1), ...meeting, ...(sizes.size ? [choice(3, 1), choice(1, 1)] : [])];
}

function visit(
  expr: Expr,
  names: RandomNames,
  sizes: Set<string>,
  indices: Set<string>,
  bound: ReadonlySet<string>,
): void {
  const note = (part: Expr, into: Set<string>) => {
    for (const name of freeNames(part))
      if (!bound.has(name) && !constantNames.has(name)) into.add(name);
  };
  if (isAtom(expr, names)) parts(expr).forEach((index) => note(index, indices));
  const own = boundName(expr);
  if (own !== undefined && isRandom(expr, names)) {
    parts(expr)
      .slice(2)
      .forEach((end) => note(end, sizes));
  }
  const within = own === undefined ? bound : new Set([...bound, own]);
  parts(expr).forEach((part) => visit(part, names, sizes, indices, within));
}

/** The assumptions where some names are numbers; undefined where one of them does not hold then. */
export function at(
  assumptions: Assumptions,
  values: ReadonlyMap<string, Expr>,
): Assumptions | undefined {
  const put = (expr: Expr) => substitute(expr, values);
  const facts: Fact[] = [];
  for (const fact of assumptions.facts) {
    if (fact.kind === "integer" && values.has(fact.name)) {
      if (!constantValue(values.get(fact.name)!)?.isInteger) return undefined;
      continue;
    }
    const own = fact.kind === "compare" ? { ...fact, expr: put(fact.expr) } : fact;
    if (holds(own) === false) return undefined;
    facts.push(own);
  }
  const equations = assumptions.equations?.map((one) => ({
    ...one,
    left: put(one.left),
    right: put(one.right),
  }));
  return { ...assumptions, facts, equations };
}

/** Whether a comparison of numbers holds; undefined for one that speaks of names. */
export function holds(fact: Fact): boolean | undefined {
  const sign = fact.kind === "compare" ? constantValue(fact.expr)?.sign : undefined;
  if (fact.kind !== "compare" || sign === undefined) return undefined;
  return hasSign(fact.relation, sign);
}
