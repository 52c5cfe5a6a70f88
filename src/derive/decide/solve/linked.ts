import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Equation } from "../../assumptions/equation.js";
import { boundName, type Expr, parts } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { derivativesSeen, isDerivative } from "../../dependence/seen.js";

/**
 * Why a claim is not graded in which a name is held constant that an equation links to the variable of its derivative:
 * under `y = x^2` the derivative of x*y may hold y fixed, or not. Of a declared quantity it is told.
 */
export function linkedConstant(
  sides: readonly Expr[],
  { facts, equations = [] }: Assumptions,
): string | undefined {
  const told = new Set([
    ...facts.flatMap((fact) => (fact.kind === "depends" ? [fact.name] : [])),
    ...[...sides, ...equations.flatMap(({ left, right }) => [left, right])]
      .flatMap((side) => derivativesSeen(side))
      .map(({ of }) => of),
  ]);
  for (const { by, names } of sides.flatMap((side) => differentiated(side))) {
    const links = linksOf(by, equations);
    const linked = names.find((name) => links.has(name) && !told.has(name));
    if (linked === undefined) continue;
    const text = links.get(linked)!;
    return `\`${text}\` may say how ${linked} depends on ${by}: insert it, or assume \`${linked} depends on ${by}\` or \`${linked} constant\``;
  }
  return undefined;
}

/** The free variables by which is differentiated, each with the other names that are free in what is. */
function differentiated(
  expr: Expr,
  bound: readonly string[] = [],
): { by: string; names: string[] }[] {
  const own = boundName(expr);
  const inside = own === undefined ? bound : [...bound, own];
  const found = parts(expr).flatMap((part) => differentiated(part, inside));
  if (!isDerivative(expr)) return found;
  const [of, by] = expr.args;
  if (by.kind !== "symbol" || bound.includes(by.name)) return found;
  const names = [...freeNames(of)].filter((name) => name !== by.name && !bound.includes(name));
  return [{ by: by.name, names }, ...found];
}

/** The names that equations link to one, directly or through others, each with the equation that does. */
function linksOf(by: string, equations: readonly Equation[]): Map<string, string> {
  const links = new Map([[by, ""]]);
  for (let size = 0; size < links.size;) {
    size = links.size;
    for (const { left, right, text } of equations) {
      const names = [...freeNames(left), ...freeNames(right)];
      if (!names.some((name) => links.has(name))) continue;
      for (const name of names) if (!links.has(name)) links.set(name, text);
    }
  }
  links.delete(by);
  return links;
}
