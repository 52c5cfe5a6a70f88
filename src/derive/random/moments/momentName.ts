import { call, type Expr, number, symbol, withEach } from "../../tree/expression.js";
import { boundNames, constantNames, freeNames, substitute } from "../../tree/names.js";
import { expressionText } from "../../tree/text.js";
import { atomsIn, isAtom, type RandomNames, type Variable } from "../names.js";
import { rowKey, rowOf } from "./rows.js";

/** Whether what is said of one row is said of all: of one variable, or of several that are drawn together. */
const areAlike = (variables: readonly Variable[], { joint }: RandomNames): boolean =>
  variables.length === 1
    ? variables[0].isAlike
    : joint.some((all) => variables.every(({ name }) => all.has(name)));

/** What stands for a moment. */
export type Named = Expr & { kind: "symbol" | "index" | "call" };

/** What stands for a moment: a name, an entry by the place, or a function of the names that it speaks of. */
export function momentName(
  operator: string,
  of: Expr,
  variables: readonly Variable[],
  names: RandomNames,
): Named {
  const bound = boundNames(of);
  const rows = new Map<string, Expr[]>();
  for (const atom of atomsIn(of, names)) {
    const row = rowOf(atom);
    if (row.some((index) => [...freeNames(index)].some((name) => bound.has(name)))) continue;
    if (row.length) rows.set(rowKey(row), row);
  }
  const places = [...rows.keys()];
  const isAlike = places.length === 1 && areAlike(variables, names);
  const shown = (expr: Expr): Expr => {
    if (!isAtom(expr, names)) {
      return withEach(expr, shown);
    }
    const place = places.indexOf(rowKey(rowOf(expr)));
    const name = variables.length === 1 ? variables[0].like : expr.name;
    if (expr.kind === "symbol") return symbol(name);
    if (place < 0) return expr;
    return places.length === 1 ? symbol(name) : { ...expr, indices: [number(BigInt(place + 1))] };
  };
  const tree = shown(of);
  const random = new Set(names.variables.keys());
  const known = [...freeNames(tree)].filter(
    (name) => !random.has(name) && !constantNames.has(name),
  );
  const renamed = substitute(tree, new Map(known.map((name, i) => [name, symbol(`_${i + 1}`)])));
  const inside =
    renamed.kind === "call" && renamed.name === "pair"
      ? renamed.args.map((arg) => expressionText(arg)).join(", ")
      : expressionText(renamed);
  const name = `${operator}(${inside})`;
  const indices = isAlike ? [] : [...rows.values()].flat();
  if (known.length) return call(name, ...indices, ...known.map(symbol));
  return indices.length ? { kind: "index", name, indices } : { kind: "symbol", name };
}
