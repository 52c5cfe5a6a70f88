import { identity, plus, tensor, tensorKey } from "../terms/normal.js";
import { powerKey } from "../terms/powers.js";
import {
  columnIndex,
  type Factor,
  freshIndex,
  type Index,
  isFree,
  renamed,
  rowIndex,
  type Tensor,
} from "../terms/tensor.js";
import { timesUsed } from "../terms/contract.js";
import { chainOf, determinantOf, inverseOf } from "./inverse.js";
import type { Known } from "./known.js";
import { product } from "./operate.js";

/**
 * The determinant, of an invertible matrix and one product by the lemma det(A + U V) = det(A) det(I + V A^(-1) U): the
 * product is turned so that one text stands for all its turns, and for a column by a row it is a number.
 */
export function determinant(of: Tensor, known: Known): Tensor {
  const found = asUpdate(of, known);
  if (!found) return determinantOf(of);
  const { base, change } = found;
  const least = turns(change).reduce((a, b) => (order(b) < order(a) ? b : a));
  const inner = plus(identity(least.rows), least);
  const rest = inner.rows.length === 0 ? inner : determinantOf(inner);
  return product(determinantOf(base), rest);
}

const order = (of: Tensor): string => `${of.rows.length}${tensorKey(of)}`;

/** A sum as an invertible matrix times I and one product more. */
function asUpdate(of: Tensor, known: Known): { base: Tensor; change: Tensor } | undefined {
  if (of.rows.length !== 1 || of.columns.length !== 1 || of.terms.length !== 2) return undefined;
  const parts = of.terms.map((own) => tensor(of, [own]));
  const isIdentity = (part: Tensor) => chainOf(part)?.links.flat()[0]?.of.atom.kind === "delta";
  const sure = parts.filter((part) => known.isInvertible(part) && chainOf(part));
  const base = sure.find(isIdentity) ?? (sure.length === 1 ? sure[0] : undefined);
  if (!base) return undefined;
  const change = product(
    inverseOf(base),
    parts.find((part) => part !== base)!,
  );
  return change.terms.length === 1 ? { base, change } : undefined;
}

/** A product of matrices, and each that comes of it when what stands before a place is put behind; its trace for a column by a row. */
function turns(of: Tensor): Tensor[] {
  const path = pathOf(of);
  if (!path) return [of];
  const [own] = of.terms;
  const around = freshIndex();
  const closed = new Map<Index, Index>([
    [rowIndex(0), around],
    [columnIndex(0), around],
  ]);
  const summed = new Map([...own.summed, [around, of.rows[0]] as const]);
  if (path === "broken") {
    const whole = renamed(own, closed);
    return [tensor({ rows: [], columns: [] }, [{ ...whole, summed }])];
  }
  const others = path.slice(0, -1).map(({ factor: before, next: cut }) => {
    const axis = [own.summed.get(cut)!];
    const left = new Map(summed);
    left.delete(cut);
    const factors = own.factors.map((one): Factor => {
      const end = one === before ? columnIndex(0) : rowIndex(0);
      return { ...one, at: one.at.map((at) => (at === cut ? end : (closed.get(at) ?? at))) };
    });
    return tensor({ rows: axis, columns: axis }, [{ ...own, factors, summed: left }]);
  });
  return [of, ...others];
}

/** The matrices from row to column, each with the index behind it; broken where the row and the column are apart. */
function pathOf(of: Tensor): { factor: Factor; next: Index }[] | "broken" | undefined {
  const [own] = of.terms;
  const found: { factor: Factor; next: Index }[] = [];
  if (timesUsed(own, rowIndex(0)) !== 1 || timesUsed(own, columnIndex(0)) !== 1) return undefined;
  for (let at = rowIndex(0); at !== columnIndex(0);) {
    if (!isFree(at) && timesUsed(own, at) !== 2) return undefined;
    const factor = own.factors.find(
      (one) => one.at.includes(at) && !found.some((before) => before.factor === one),
    );
    if (!factor || powerKey(factor.exponent) !== "1") return undefined;
    if (factor.at.length === 1) return "broken";
    if (factor.at.length !== 2 || factor.at[0] === factor.at[1]) return undefined;
    const next: Index = factor.at[factor.at[0] === at ? 1 : 0];
    found.push({ factor, next });
    at = next;
  }
  return found;
}
