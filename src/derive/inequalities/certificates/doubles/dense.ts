/** Symmetric matrices of doubles. Only the four operations and roots are used, which give the same bits on every machine. */
export type Matrix = Float64Array[];

export const square = (size: number): Matrix =>
  Array.from({ length: size }, () => new Float64Array(size));

/** The lower factor of a matrix that is positive definite; undefined for another one. */
export function cholesky(matrix: Matrix): Matrix | undefined {
  const size = matrix.length;
  const lower = square(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (i !== j) lower[i][j] = sum / lower[j][j];
      else if (sum > 0) lower[i][i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return lower;
}

/** The solution of `L L' x = b`. */
export function solved(lower: Matrix, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  const size = b.length;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
    x[i] /= lower[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= lower[k][i] * x[k];
    x[i] /= lower[i][i];
  }
  return x;
}

/** The inverse of `L L'`. */
export function inverse(lower: Matrix): Matrix {
  const size = lower.length;
  return Array.from({ length: size }, (_, i) => {
    const unit = new Float64Array(size);
    unit[i] = 1;
    return solved(lower, unit);
  });
}

/** Rounds of rotations: each makes what is beside the diagonal much smaller. */
const rounds = 12;

/** Eigenvalues and, as rows, eigenvectors, by Jacobi's rotations. */
export function eigen(matrix: Matrix): { values: number[]; vectors: Matrix } {
  const size = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const vectors = square(size);
  for (let i = 0; i < size; i++) vectors[i][i] = 1;
  for (let round = 0; round < rounds; round++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        if (a[p][q] === 0) continue;
        const slope = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const sine = tangent * cosine;
        for (let k = 0; k < size; k++) {
          const [x, y] = [a[k][p], a[k][q]];
          [a[k][p], a[k][q]] = [cosine * x - sine * y, sine * x + cosine * y];
        }
        for (let k = 0; k < size; k++) {
          const [x, y] = [a[p][k], a[q][k]];
          [a[p][k], a[q][k]] = [cosine * x - sine * y, sine * x + cosine * y];
          const [v, w] = [vectors[p][k], vectors[q][k]];
          [vectors[p][k], vectors[q][k]] = [cosine * v - sine * w, sine * v + cosine * w];
        }
      }
    }
  }
  return { values: a.map((row, i) => row[i]), vectors };
}
