import type { Equation } from "../../assumptions/equation.js";
import { type Expr, treeKey } from "../../tree/expression.js";
import { freeNames, substitute } from "../../tree/names.js";
import { type Atom, atomsIn, type RandomNames } from "../names.js";

/** An equation that is said of an entry, `E(X[i]) = mu`, said of each that is drawn; undefined as below. */
export const spread = (
  { left, right }: Equation,
  atoms: readonly Atom[],
  names: RandomNames,
): { left: Expr; right: Expr }[] | undefined =>
  spreadExpr({ kind: "list", items: [left, right] }, atoms, names)?.map((pair) => {
    const [one, two] = pair.kind === "list" ? pair.items : [];
    return { left: one, right: two };
  });

/**
 * What is said of an entry, as in `X[i] > 0`, said of each that is drawn; undefined where it is said of two places, which may
 * be one.
 */
export function spreadExpr(
  expr: Expr,
  atoms: readonly Atom[],
  names: RandomNames,
): Expr[] | undefined {
  const own = atomsIn(expr, names);
  const indices = new Set(
    own.flatMap((atom) =>
      atom.kind === "index" ? atom.indices.flatMap((i) => [...freeNames(i)]) : [],
    ),
  );
  if (indices.size === 0) return [expr];
  if (indices.size > 1) return undefined;
  const [index] = indices;
  const rows = atoms.flatMap((atom) =>
    atom.kind === "index" && own.some(({ name }) => name === atom.name) ? [atom.indices] : [],
  );
  if (rows.some((row) => row.length !== 1)) return undefined;
  const isPlain = own.every(
    (atom) => atom.kind !== "index" || atom.indices.every((one) => one.kind === "symbol"),
  );
  if (!isPlain) return undefined;
  const places = new Map(rows.map(([row]) => [treeKey(row), row]));
  return [...places.values()].map((row) => substitute(expr, new Map([[index, row]])));
}
