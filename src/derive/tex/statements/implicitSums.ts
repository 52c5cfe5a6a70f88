import { boundName, type Expr, parts } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { greek } from "../reading/letters.js";
import { peek, type Reading, refuse } from "../reading/reading.js";

/**
 * Refuses indices of which Einstein's convention says more than is written: one that stands in two factors of a product
 * and not on another side is summed over there, and a Greek letter above and below is an index in both places.
 */
export function refuseImplicitSums(reading: Reading, sides: readonly Expr[]): void {
  if (reading.scouting) return;
  const doubled = sides.map((side) => new Set(doubledIn(side)));
  const used = sides.map((side) => indicesIn(side));
  const summed = sides.flatMap((_, i) =>
    [...doubled[i]].filter((name) => sides.some((_, k) => k !== i && !used[k].has(name))),
  );
  const above = sides.flatMap(exponents).filter((name) => greek.has(name));
  const below = new Set(used.flatMap((names) => [...names]));
  const upper = above.filter((name) => below.has(name));
  // A letter that is a quantity elsewhere, as n in `n/2`, is no index that is summed over.
  const known = [reading.declared.symbols, new Set(sides.flatMap(quantities))];
  const isSequence = (one: string): boolean =>
    one === "n" && !sides.some((side) => hasSeveral(side, one));
  const [name] = [...summed, ...upper].filter(
    (one) => !known.some((names) => names.has(one)) && !isSequence(one),
  );
  if (name === undefined) return;
  throw refuse(
    reading,
    peek(reading),
    `the index ${name} may be summed over`,
    `write the sum with its limits: \\sum_{${name}=1}^{n}; or state \`${name} integer\` among the assumptions`,
  );
}

/** Whether a name is one of several indices somewhere; `a_n b_n` is a term of sequences. */
const hasSeveral = (expr: Expr, name: string): boolean =>
  (expr.kind === "index" && expr.indices.length > 1 && freeNames(expr).has(name)) ||
  parts(expr).some((part) => hasSeveral(part, name));

/** The names that are an index in two factors of a product and not bound there. */
function doubledIn(expr: Expr): string[] {
  const inside = parts(expr).flatMap(doubledIn);
  const bound = boundName(expr);
  if (bound !== undefined) return inside.filter((name) => name !== bound);
  if (expr.kind === "pow" && expr.right.kind === "number" && expr.left.kind === "index") {
    return [...inside, ...indicesIn(expr.left)];
  }
  if (expr.kind !== "mul") return inside;
  const sets = expr.factors.map(indicesIn);
  const all = sets.flatMap((names) => [...names]);
  return [...inside, ...all.filter((name, i) => all.indexOf(name) !== i)];
}

/** The names in the indices of entries, of Kronecker's delta and of names such as `x_mu`. */
function indicesIn(expr: Expr): Set<string> {
  const isDelta = expr.kind === "call" && expr.name === "delta";
  const isEntry = expr.kind === "call" && expr.name === "entryOf";
  const own = expr.kind === "index" || isDelta ? parts(expr) : isEntry ? expr.args.slice(1) : [];
  // `\chi^2_{n-p}`: nobody sums over an index that is a sum.
  const names = new Set(own.flatMap((index) => (index.kind === "symbol" ? [index.name] : [])));
  if (expr.kind === "symbol") {
    const [, suffix] = /_([a-z]+)$/.exec(expr.name) ?? [];
    if (suffix && greek.has(suffix)) names.add(suffix);
  }
  for (const part of parts(expr)) for (const name of indicesIn(part)) names.add(name);
  const bound = boundName(expr);
  if (bound !== undefined) names.delete(bound);
  return names;
}

/** The names that stand outside indices and exponents. */
function quantities(expr: Expr): string[] {
  if (expr.kind === "symbol") return [expr.name];
  if (expr.kind === "index") return [];
  if (expr.kind === "pow") return quantities(expr.left);
  const isDelta = expr.kind === "call" && expr.name === "delta";
  return isDelta || boundName(expr) !== undefined ? [] : parts(expr).flatMap(quantities);
}

function exponents(expr: Expr): string[] {
  const own = expr.kind === "pow" ? [...freeNames(expr.right)] : [];
  return [...own, ...parts(expr).flatMap(exponents)];
}
