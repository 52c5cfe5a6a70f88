import type { Assumptions } from "../../assumptions/assumptions.js";
import { constantValue, rationalZero } from "../../tree/constants.js";
import { call, type Expr, treeKey, withEach } from "../../tree/expression.js";
import { type Atom, isAtom, type RandomNames } from "../names.js";
import type { Rational } from "../../../num/index.js";

/** The place of an entry in its family; of a variable alone there is none. */
export const rowOf = (atom: Atom): Expr[] => (atom.kind === "index" ? atom.indices : []);

/** One text for one place. */
export const rowKey = (row: readonly Expr[]): string => row.map(treeKey).join();

/** Which places are known to differ: by a number, by an assumption, or in the case that is looked at. */
export type Apart = (one: readonly Expr[], two: readonly Expr[]) => boolean;

/** Places that differ by a number other than 0, or by an assumption such as `i != j` or `i < j`. */
export function apartBy({ facts }: Assumptions): Apart {
  const gaps = new Set(
    facts.flatMap((fact) =>
      fact.kind === "compare" && fact.relation !== ">=" ? [gapKey(fact.expr)] : [],
    ),
  );
  return (one, two) =>
    one.some((index, i) => {
      const gap = call("gap", index, two[i]);
      const value = gapValue(index, two[i]);
      if (value) return value.sign !== 0;
      const [here, there] = [gapKey(gap), gapKey(call("gap", two[i], index))];
      return gaps.has(here) || gaps.has(there);
    });
}

/** A difference as its terms; undefined as a number where names are left. */
function gapKey(expr: Expr): string {
  const signed =
    expr.kind === "call"
      ? [...termsIn(expr.args[0], 1), ...termsIn(expr.args[1], -1)]
      : termsIn(expr, 1);
  return signed
    .map(({ term, sign }) => `${sign}${treeKey(term)}`)
    .sort()
    .join();
}

/** A difference where it is a constant. */
export function gapValue(one: Expr, two: Expr): Rational | undefined {
  const left = termsIn(one, 1);
  const open: typeof left = [];
  let value = rationalZero;
  for (const own of [...left, ...termsIn(two, -1)]) {
    const constant = constantValue(own.term);
    if (constant) {
      value = own.sign > 0 ? value.add(constant) : value.sub(constant);
      continue;
    }
    const other = open.findIndex(
      ({ term, sign }) => sign !== own.sign && treeKey(term) === treeKey(own.term),
    );
    if (other < 0) open.push(own);
    else open.splice(other, 1);
  }
  return open.length ? undefined : value;
}

const termsIn = (expr: Expr, sign: 1 | -1): { term: Expr; sign: 1 | -1 }[] => {
  if (expr.kind === "add") return expr.terms.flatMap((term) => termsIn(term, sign));
  if (expr.kind === "neg") return termsIn(expr.of, sign === 1 ? -1 : 1);
  return [{ term: expr, sign }];
};

/** An expression in which the entries at one place are those at another one. */
export function moved(
  expr: Expr,
  from: readonly Expr[],
  to: readonly Expr[],
  names: RandomNames,
): Expr {
  if (isAtom(expr, names))
    return expr.kind === "index" && rowKey(expr.indices) === rowKey(from)
      ? { ...expr, indices: [...to] }
      : expr;
  return withEach(expr, (part) => moved(part, from, to, names));
}

/** 1 where two places are one, and 0 elsewhere. */
export const meeting = (one: readonly Expr[], two: readonly Expr[]): Expr[] =>
  one.flatMap((index, i) =>
    treeKey(index) === treeKey(two[i]) ? [] : [call("delta", index, two[i])],
  );
