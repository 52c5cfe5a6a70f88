import { Rational } from "../../../../num/index.js";
import { eigen, type Matrix } from "./dense.js";
import { one, zero } from "../linear/sparse.js";

/** An eigenvalue below this part of the largest one counts as 0. */
const small = 2e-4;
/** Denominators of the numbers that a zero of a polynomial in a text has. */
const mostDenominator = 500n;
const tolerance = 1e-3;

/**
 * Vectors of fractions that span what is orthogonal to the kernel of a matrix that is nearly singular: the i-th says how a new
 * part is made of the old ones. Undefined where the kernel is not near fractions.
 */
export function besideKernel(matrix: Matrix): Rational[][] | undefined {
  const { values, vectors } = eigen(matrix);
  const largest = Math.max(...values, 1e-3);
  const kernel = vectors.filter((_, i) => values[i] < small * largest).map((row) => [...row]);
  const size = matrix.length;
  const pivots = reduced(kernel);
  const free = Array.from({ length: size }, (_, i) => i).filter((i) => !pivots.includes(i));
  const entries = kernel.map((row) => free.map((column) => nearFraction(row[column])));
  if (entries.some((row) => row.includes(undefined))) return undefined;
  return free.map((column, f) =>
    Array.from({ length: size }, (_, i) => {
      const p = pivots.indexOf(i);
      return i === column ? one : p < 0 ? zero : entries[p][f]!.neg();
    }),
  );
}

/** Brings rows to the form in which each has a column of its own, and gives these columns. */
function reduced(rows: number[][]): number[] {
  const pivots: number[] = [];
  for (let r = 0; r < rows.length; r++) {
    let [row, column] = [r, -1];
    for (let i = r; i < rows.length; i++) {
      for (let j = 0; j < rows[i].length; j++) {
        const isLarger = column < 0 || Math.abs(rows[i][j]) > Math.abs(rows[row][column]) + 1e-6;
        if (!pivots.includes(j) && isLarger) [row, column] = [i, j];
      }
    }
    [rows[r], rows[row]] = [rows[row], rows[r]];
    const factor = rows[r][column];
    rows[r] = rows[r].map((value) => value / factor);
    rows.forEach((own, i) => {
      if (i === r) return;
      const by = own[column];
      rows[i] = own.map((value, j) => value - by * rows[r][j]);
    });
    pivots.push(column);
  }
  return pivots;
}

function nearFraction(value: number): Rational | undefined {
  for (let den = 1n; den <= mostDenominator; den++) {
    const num = Math.round(value * Number(den));
    if (Math.abs(value - num / Number(den)) < tolerance / Number(den))
      return Rational.of(BigInt(num), den);
  }
  return undefined;
}
