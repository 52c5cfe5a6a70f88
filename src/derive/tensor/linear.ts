import { DerivationError } from "../tree/errors.js";
import { call, type Expr, negate, number, over, toThe } from "../tree/expression.js";
import { plus, product } from "./arithmetic.js";
import { at, matrixSize } from "./convolution.js";
import { entriesOf, list, placesOf, shaped, shapeOf } from "./list.js";

/** A determinant of more rows has more than a thousand terms. */
const mostRows = 6;

/** Rows of a square matrix. @throws DerivationError for another one */
function squareRows(fn: string, of: Expr): Expr[][] {
  const [rows, columns] = matrixSize(fn, of);
  if (rows !== columns) {
    throw new DerivationError(`${fn}: must be given a square matrix, got ${rows} x ${columns}`);
  }
  if (rows > mostRows) {
    throw new DerivationError(`${fn}: must be given at most ${mostRows} rows, got ${rows}`);
  }
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: rows }, (_, j) => at(of, i + 1, j + 1)),
  );
}

/** By the first row. */
export const determinant = (of: Expr): Expr => expanded(squareRows("det", of));

function expanded(rows: Expr[][]): Expr {
  const [first, ...others] = rows;
  if (others.length === 0) return first[0];
  return plus(
    first.map((entry, j) => {
      const term = product(entry, expanded(others.map((row) => without(row, j))));
      return j % 2 === 0 ? term : negate(term);
    }),
  );
}

const without = <T>(items: readonly T[], place: number): T[] => items.filter((_, i) => i !== place);

export const trace = (of: Expr): Expr => plus(squareRows("tr", of).map((row, i) => row[i]));

/** The transposed cofactors by the determinant, which is not 0. */
export function inverse(of: Expr): Expr {
  const rows = squareRows("inverse", of);
  const whole = expanded(rows);
  if (rows.length === 1) return list([list([over(number(1n), whole)])]);
  return list(
    rows.map((_, i) =>
      list(
        rows.map((_, j) => {
          const minor = expanded(without(rows, j).map((row) => without(row, i)));
          return over((i + j) % 2 === 0 ? minor : negate(minor), whole);
        }),
      ),
    ),
  );
}

/** Euclid's norm of a vector, Frobenius' of a matrix. */
export function norm(of: Expr, which?: Expr): Expr {
  const isVector = shapeOf(of).length === 1;
  const isF = which?.kind === "symbol" && which.name === "F";
  const isTwo = which === undefined || (which.kind === "number" && `${which.value}` === "2");
  if (!isF && !(isVector && isTwo)) {
    throw new DerivationError(
      "norm: must be given a vector and 2, or a matrix and F: write norm(x), norm(A, F)",
    );
  }
  const square = plus(entriesOf(of).map((entry) => toThe(entry, number(2n))));
  return call("sqrt", square);
}

/** Each entry of the first times the second. */
export function kronecker(left: Expr, right: Expr): Expr {
  const [[m, n], [p, q]] = [matrixSize("kron", left), matrixSize("kron", right)];
  const shape = [m * p, n * q];
  const part = (of: Expr, i: number, j: number) => at(of, i + 1, j + 1);
  return shaped(
    placesOf(shape).map(([i, j]) =>
      product(
        part(left, Math.floor((i - 1) / p), Math.floor((j - 1) / q)),
        part(right, (i - 1) % p, (j - 1) % q),
      ),
    ),
    shape,
  );
}
