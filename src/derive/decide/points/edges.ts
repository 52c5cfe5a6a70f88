import { constantValue } from "../../tree/constants.js";
import { type Expr, parts, treeKey } from "../../tree/expression.js";
import { definitionOf, jumpsOf } from "../../library/library.js";
import { rootEdges } from "../../library/shared/rootEdges.js";
import { boundNames, freeNames } from "../../tree/names.js";

/** What decides on which side of an edge a function is: by its sign, or by the integers between which it lies. */
export interface Edge {
  of: Expr;
  at: "zero" | "integers";
  /** Whether the function jumps there: sides that agree on both sides may part at the edge itself. */
  jumps: boolean;
}

/** The edges of the functions in some expressions, each once, those of whole expressions first. */
export function edgesIn(exprs: readonly Expr[]): Edge[] {
  const bound = new Set(exprs.flatMap((expr) => [...boundNames(expr)]));
  const found = new Map<string, Edge>();
  for (const edge of exprs.flatMap(allEdges)) {
    const names = [...freeNames(edge.of)];
    if (names.length === 0 || names.some((name) => bound.has(name))) continue;
    const key = `${edge.at} ${treeKey(edge.of)}`;
    found.set(key, { ...edge, jumps: edge.jumps || (found.get(key)?.jumps ?? false) });
  }
  return [...found.values()];
}

const allEdges = (expr: Expr): Edge[] => [...ownEdges(expr), ...parts(expr).flatMap(allEdges)];

function ownEdges(expr: Expr): Edge[] {
  const jumps = jumpsOf(expr).map(({ of, at }): Edge => ({ of, at, jumps: true }));
  return [...jumps, ...smoothEdges(expr).map((of): Edge => ({ of, at: "zero", jumps: false }))];
}

function smoothEdges(expr: Expr): Expr[] {
  if (expr.kind === "call")
    return definitionOf(expr.name, expr.args.length)?.edges?.(...expr.args) ?? [];
  if (expr.kind !== "pow" || constantValue(expr.right)?.den !== 2n) return [];
  return rootEdges(expr.left);
}
