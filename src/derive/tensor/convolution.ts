import { boundedEntries } from "../tree/bounded.js";
import { DerivationError } from "../tree/errors.js";
import { type Expr, number } from "../tree/expression.js";
import { plus, product } from "./arithmetic.js";
import { isList, list, placesOf, shaped, shapeOf, shapeText } from "./list.js";

/**
 * Convolution of a matrix with a kernel as neural nets use the word, without padding.
 *
 *     O[i, j] = sum_{k, l} X[(i - 1) s + k, (j - 1) s + l] F[k, l]
 *
 * @throws DerivationError if the kernel does not fit
 */
export function convolution(input: Expr, kernel: Expr, stride: number): Expr {
  const [rows, columns] = matrixSize("conv", input);
  const [height, width] = matrixSize("conv", kernel);
  if (height > rows || width > columns) {
    throw new DerivationError(
      `conv: the kernel must fit in the input, got ${height} x ${width} in ${rows} x ${columns}; pad the input with pad(X, p)`,
    );
  }
  const out = [rows - height, columns - width].map((room) => Math.floor(room / stride) + 1);
  boundedEntries("a convolution", out[0] * out[1] * height * width);
  const entry = ([i, j]: number[]) =>
    plus(
      placesOf([height, width]).map(([k, l]) =>
        product(at(input, (i - 1) * stride + k, (j - 1) * stride + l), at(kernel, k, l)),
      ),
    );
  return shaped(placesOf(out).map(entry), out);
}

/** A matrix within p zeros on each side. */
export function padded(input: Expr, p: number): Expr {
  const [rows, columns] = matrixSize("pad", input);
  const inside = (i: number, length: number) => i > p && i <= length + p;
  const shape = [rows + 2 * p, columns + 2 * p];
  const entry = ([i, j]: number[]) =>
    inside(i, rows) && inside(j, columns) ? at(input, i - p, j - p) : number(0n);
  return shaped(placesOf(shape).map(entry), shape);
}

/** A list with the order of its entries reversed along every axis: a kernel turned by half a turn. */
export function flipped(input: Expr): Expr {
  return isList(input) ? list(input.items.map(flipped).reverse()) : input;
}

export function transposed(input: Expr): Expr {
  const [rows, columns] = matrixSize("transpose", input);
  const shape = [columns, rows];
  return shaped(
    placesOf(shape).map(([i, j]) => at(input, j, i)),
    shape,
  );
}

/** Height and width. @throws DerivationError if it is no matrix */
export function matrixSize(fn: string, expr: Expr): [number, number] {
  const shape = shapeOf(expr);
  if (shape.length !== 2) {
    throw new DerivationError(`${fn}: must be given a matrix, got ${shapeText(shape)}`);
  }
  return shape as [number, number];
}

/** The entry in row i and column j, from 1. */
export function at(matrix: Expr, i: number, j: number): Expr {
  const row = isList(matrix) ? matrix.items[i - 1] : undefined;
  return row && isList(row) ? row.items[j - 1] : number(0n);
}
