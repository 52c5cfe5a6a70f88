import { checkFinite, refuseKind, refuseValue, type TensorLike } from "../../num/index.js";

/** Rows of numbers, or a tensor whose last two axes are rows and columns. */
export type Grid = readonly (readonly number[])[] | TensorLike;

/** The rows of a grid, from rows or from a tensor of two axes. */
export function gridOf(fn: string, z: Grid): number[][] {
  if (Array.isArray(z)) return z.map((row, r) => rowOf(fn, row, r));
  const { data, shape } = (z ?? {}) as TensorLike;
  if (!(data instanceof Float64Array) || !Array.isArray(shape) || shape.length < 2) {
    return refuseKind(fn, "z", "be rows of numbers or a tensor", z);
  }
  const columns = shape[shape.length - 1];
  const rows = shape[shape.length - 2];
  if (rows * columns !== data.length) {
    refuseValue(fn, "z.shape", "have rows and columns only", [...shape]);
  }
  return Array.from({ length: rows }, (_, r) =>
    Array.from(data.subarray(r * columns, (r + 1) * columns)),
  );
}

function rowOf(fn: string, row: ArrayLike<number>, r: number): number[] {
  if (typeof row !== "object" || typeof row?.length !== "number") {
    refuseKind(fn, `z[${r}]`, "be a row of numbers", row);
  }
  return Array.from(row, (value, c) => checkFinite(fn, `z[${r}][${c}]`, value));
}

/** The numbers of a grid as its cells print them. */
export function texts(z: readonly (readonly number[])[], digits: true | number): string[][] {
  const short = (value: number) =>
    Number.isInteger(value)
      ? String(value)
      : digits === true
        ? String(Number(value.toPrecision(2)))
        : value.toFixed(digits);
  return z.map((row) => row.map((value) => short(value).replace("-", "−")));
}
