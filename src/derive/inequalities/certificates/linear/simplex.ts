import { Rational } from "../../../../num/index.js";
import { countWork } from "../../../tree/work.js";
import { one, zero } from "./sparse.js";

/** Pivots: a search that takes more is given up. */
const mostPivots = 120;

/** One change of a fraction, in products of two terms. */
const costOfFraction = 3;

/**
 * Numbers c >= 0 with `A c = b` at which the sum of some of them is as large as can be, found in fractions by the simplex
 * method with Bland's rule; undefined where there are none. Where the sum has no bound the numbers of the last step are given.
 *
 * @param columns the columns of A, each with as many entries as b
 * @param wanted which numbers are added up
 */
export function simplex(
  columns: readonly (readonly Rational[])[],
  b: readonly Rational[],
  wanted: readonly boolean[],
): Rational[] | undefined {
  const [rows, count] = [b.length, columns.length];
  const table = b.map((value, i) => {
    const flip = value.sign < 0;
    const own = columns.map((column) => (flip ? column[i].neg() : column[i]));
    const artificial = b.map((_, j) => (j === i ? one : zero));
    return [...own, ...artificial, flip ? value.neg() : value];
  });
  const basis = b.map((_, i) => count + i);
  const last = count + rows;
  let left = mostPivots;

  const pivot = (row: number, column: number): void => {
    const factor = table[row][column].inv();
    table[row] = table[row].map((value) => (value.sign === 0 ? value : value.mul(factor)));
    for (let i = 0; i < rows; i++) {
      const by = table[i][column];
      if (i === row || by.sign === 0) continue;
      countWork(costOfFraction * table[i].length);
      table[i] = table[i].map((value, j) =>
        table[row][j].sign === 0 ? value : value.sub(by.mul(table[row][j])),
      );
    }
    basis[row] = column;
  };

  /** Makes the weighted sum as large as it can be; false where the pivots are used up. */
  const maximise = (weight: (column: number) => Rational, most: number): boolean => {
    for (;;) {
      const gain = (column: number): Rational =>
        basis.reduce(
          (sum, own, row) =>
            weight(own).sign === 0 ? sum : sum.sub(weight(own).mul(table[row][column])),
          weight(column),
        );
      let entering = -1;
      for (let column = 0; column < most && entering < 0; column++)
        if (!basis.includes(column) && gain(column).sign > 0) entering = column;
      if (entering < 0) return true;
      let leaving = -1;
      for (let row = 0; row < rows; row++) {
        if (table[row][entering].sign <= 0) continue;
        const ratio = (at: number) => table[at][last].div(table[at][entering]);
        const order = leaving < 0 ? -1 : ratio(row).compare(ratio(leaving));
        if (order < 0 || (order === 0 && basis[row] < basis[leaving])) leaving = row;
      }
      if (leaving < 0) return unbounded(entering);
      if (left-- <= 0) return false;
      pivot(leaving, entering);
    }
  };
  /** A step along a ray: what is wanted grows by it, and nothing that is bounded breaks. */
  const ray = new Map<number, Rational>();
  const unbounded = (column: number): boolean => {
    ray.set(column, one);
    basis.forEach((own, row) => ray.set(own, table[row][column].neg()));
    return true;
  };

  const isArtificial = (column: number) => column >= count;
  if (!maximise((column) => (isArtificial(column) ? one.neg() : zero), count)) return undefined;
  if (basis.some((own, row) => isArtificial(own) && table[row][last].sign !== 0)) return undefined;
  // An artificial number that stays in the basis at 0 must not grow again.
  basis.forEach((own, row) => {
    if (!isArtificial(own)) return;
    const column = table[row].findIndex((value, j) => j < count && value.sign !== 0);
    if (column >= 0) pivot(row, column);
  });
  ray.clear();
  maximise((column) => (wanted[column] ? one : zero), count);
  const found = columns.map(() => zero);
  basis.forEach((own, row) => {
    if (!isArtificial(own)) found[own] = table[row][last];
  });
  for (const [column, step] of ray)
    if (!isArtificial(column)) found[column] = found[column].add(step);
  return found;
}
