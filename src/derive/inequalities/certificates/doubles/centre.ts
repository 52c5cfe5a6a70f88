import { countWork } from "../../../tree/work.js";
import { cholesky, inverse, type Matrix, solved, square } from "./dense.js";

/** Symmetric matrices whose entries are numbers plus multiples of free ones. */
export interface Pencil {
  size: number;
  constant: Matrix;
  /** Of each free number, the entries (i, j), i <= j, that it is in, and how often. */
  slopes: { i: number; j: number; value: number }[][];
}

/** Where the search ended: `least` is the least eigenvalue of all matrices there, near 0 where none can be positive. */
export interface Centre {
  values: Float64Array;
  matrices: Matrix[];
  least: number;
}

/** How much less the barrier counts each time: the path is followed in a dozen steps. */
const growth = 6;
/** Where the barrier hardly counts: what is left of an eigenvalue that has to be 0 is far below one that has not. */
const lastSharpness = 1e8;
/** An eigenvalue that is worth stopping at: roundings of the free numbers leave it positive. */
const enough = 0.02;
/** How much a Newton step may promise for being near the path. */
const near = 0.05;
const mostSteps = 12;
/** Operations on doubles that take as long as a product of two terms. */
const perWork = 60;

/**
 * Free numbers at which all matrices are positive definite, as far from the border as the method of barriers brings them: a
 * multiple s of the identity is added and made small. Undefined where s certainly stays positive.
 */
export function centre(pencils: readonly Pencil[], free: number): Centre | undefined {
  const values = new Float64Array(free);
  const order = pencils.reduce((sum, { size }) => sum + size, 0) + 1;
  let s = 1 + Math.max(...pencils.map(({ constant }) => radius(constant)));
  const at = (own: Float64Array, shift: number): Matrix[] =>
    pencils.map((pencil) => matrixAt(pencil, own, shift));
  for (let sharpness = 1 / s; sharpness < lastSharpness; sharpness *= growth) {
    for (let step = 0; step < mostSteps; step++) {
      const found = newton(pencils, at(values, s), s, sharpness, free);
      if (!found) return undefined;
      const { direction, decrement } = found;
      let length = decrement > 1 / 4 ? 1 / (1 + decrement) : 1;
      for (let tries = 0; tries < 30; tries++, length /= 2) {
        const next = values.map((value, k) => value + length * direction[k]);
        const shift = s + length * direction[free];
        if (shift <= -1 || !at(next, shift).every((one) => cholesky(one))) continue;
        values.set(next);
        s = shift;
        break;
      }
      if (decrement < near) break;
    }
    if (-s > enough) break;
    if (s > 1e-3 && s - order / sharpness > s / 2) return undefined;
  }
  return { values, matrices: at(values, 0), least: -s };
}

const radius = (matrix: Matrix): number =>
  Math.max(0, ...matrix.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));

function matrixAt({ size, constant, slopes }: Pencil, values: Float64Array, shift: number): Matrix {
  const found = square(size);
  for (let i = 0; i < size; i++) found[i].set(constant[i]);
  slopes.forEach((entries, k) => {
    for (const { i, j, value } of entries) {
      found[i][j] += value * values[k];
      if (i !== j) found[j][i] += value * values[k];
    }
  });
  for (let i = 0; i < size; i++) found[i][i] += shift;
  return found;
}

/** Keeps the free numbers from running away where nothing else does. */
const tether = 0.01;

/** Newton's step for `sharpness s - sum of log det - log(1 + s)`. */
function newton(
  pencils: readonly Pencil[],
  matrices: Matrix[],
  s: number,
  sharpness: number,
  free: number,
): { direction: Float64Array; decrement: number } | undefined {
  const slope = new Float64Array(free + 1);
  const curve = square(free + 1);
  slope[free] = sharpness - 1 / (1 + s);
  curve[free][free] = 1 / (1 + s) ** 2;
  for (let k = 0; k < free; k++) curve[k][k] += tether;
  for (const [b, { size, slopes }] of pencils.entries()) {
    const lower = cholesky(matrices[b]);
    if (!lower) return undefined;
    const x = inverse(lower);
    const entries = [...slopes, x.map((_, i) => ({ i, j: i, value: 1 }))];
    countWork(((slopes.length * size * size * 3) / perWork) | 0);
    entries.forEach((own, k) => {
      if (own.length === 0) return;
      const around = square(size);
      for (const { i, j, value } of own) {
        slope[k] -= value * x[i][j] * (i === j ? 1 : 2);
        for (let p = 0; p < size; p++) {
          for (let q = 0; q < size; q++) {
            around[p][q] += value * x[p][i] * x[j][q];
            if (i !== j) around[p][q] += value * x[p][j] * x[i][q];
          }
        }
      }
      for (let l = 0; l <= k; l++) {
        let sum = 0;
        for (const { i, j, value } of entries[l]) sum += value * around[i][j] * (i === j ? 1 : 2);
        curve[k][l] += sum;
        if (l < k) curve[l][k] += sum;
      }
    });
  }
  const lower = cholesky(curve);
  if (!lower) return undefined;
  const direction = solved(
    lower,
    slope.map((value) => -value),
  );
  const decrease = direction.reduce((sum, value, k) => sum - value * slope[k], 0);
  return { direction, decrement: Math.sqrt(Math.max(0, decrease)) };
}
