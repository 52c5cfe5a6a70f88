import { multiplied, tensor } from "../terms/normal.js";
import { lengthsApart } from "../terms/outside.js";
import {
  columnIndex,
  delta,
  freeIndices,
  freshIndex,
  type Index,
  lengthOf,
  renamed,
  rowIndex,
  type Tensor,
  term,
} from "../terms/tensor.js";

/** The same terms with other names of their free indices. */
const withNames = (of: Tensor, names: ReadonlyMap<Index, Index>) =>
  of.terms.map((own) => renamed(own, names));

export function transposed(of: Tensor): Tensor {
  const names = new Map([
    ...of.rows.map((_, i) => [rowIndex(i), columnIndex(i)] as const),
    ...of.columns.map((_, i) => [columnIndex(i), rowIndex(i)] as const),
  ]);
  return tensor({ rows: of.columns, columns: of.rows }, withNames(of, names));
}

/** Row by column; a number by anything. */
export function product(left: Tensor, right: Tensor): Tensor {
  if (left.rows.length + left.columns.length === 0)
    return multiplied(right, left.terms, right.terms, new Map());
  if (right.rows.length + right.columns.length === 0)
    return multiplied(left, left.terms, right.terms, new Map());
  if (left.columns.join() !== right.rows.join()) throw lengthsApart();
  const inner = left.columns.map((length) => [freshIndex(), length] as const);
  const ends = (name: (i: number) => Index) => new Map(inner.map(([index], i) => [name(i), index]));
  const sides = { rows: left.rows, columns: right.columns };
  return multiplied(
    sides,
    withNames(left, ends(columnIndex)),
    withNames(right, ends(rowIndex)),
    new Map(inner),
  );
}

/** The sum of the entries on the diagonal. */
export function trace(of: Tensor): Tensor {
  const inner = of.rows.map((length) => [freshIndex(), length] as const);
  const names = new Map(
    inner.flatMap(
      ([index], i) =>
        [
          [rowIndex(i), index],
          [columnIndex(i), index],
        ] as const,
    ),
  );
  const terms = withNames(of, names).map((own) => ({
    ...own,
    summed: new Map([...own.summed, ...inner]),
  }));
  return tensor({ rows: [], columns: [] }, terms);
}

/** The sum of all entries. */
export function total(of: Tensor): Tensor {
  const inner = freeIndices(of).map((index) => [index, freshIndex(), lengthOf(of, index)] as const);
  const names = new Map(inner.map(([index, own]) => [index, own]));
  const terms = withNames(of, names).map((own) => ({
    ...own,
    summed: new Map([...own.summed, ...inner.map(([, index, length]) => [index, length] as const)]),
  }));
  return tensor({ rows: [], columns: [] }, terms);
}

/** Entry by entry. */
export const hadamard = (left: Tensor, right: Tensor): Tensor => {
  if (left.rows.join() !== right.rows.join() || left.columns.join() !== right.columns.join())
    throw lengthsApart();
  return multiplied(left, left.terms, right.terms, new Map());
};

/** Every entry of the first times the second. */
export function kronecker(left: Tensor, right: Tensor): Tensor {
  const later = new Map([
    ...right.rows.map((_, i) => [rowIndex(i), rowIndex(left.rows.length + i)] as const),
    ...right.columns.map((_, i) => [columnIndex(i), columnIndex(left.columns.length + i)] as const),
  ]);
  const sides = {
    rows: [...left.rows, ...right.rows],
    columns: [...left.columns, ...right.columns],
  };
  return multiplied(sides, left.terms, withNames(right, later), new Map());
}

/** The columns below one another. */
export function columnsBelow(of: Tensor): Tensor {
  const names = new Map([
    ...of.columns.map((_, i) => [columnIndex(i), rowIndex(i)] as const),
    ...of.rows.map((_, i) => [rowIndex(i), rowIndex(of.columns.length + i)] as const),
  ]);
  return tensor({ rows: [...of.columns, ...of.rows], columns: [] }, withNames(of, names));
}

/** A vector as a diagonal, or the diagonal of a matrix as a vector. */
export function diagonal(of: Tensor): Tensor {
  if (of.columns.length === 0) {
    const deltas = term(of.rows.map((_, i) => delta(rowIndex(i), columnIndex(i))));
    return multiplied({ rows: of.rows, columns: of.rows }, of.terms, [deltas], new Map());
  }
  const names = new Map(of.columns.map((_, i) => [columnIndex(i), rowIndex(i)]));
  return tensor({ rows: of.rows, columns: [] }, withNames(of, names));
}
