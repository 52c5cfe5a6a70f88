import type { Rational } from "../../../../num/index.js";
import { one, zero } from "./sparse.js";

/** `weight` times the square of `sum of coefficient times the i-th part`. */
export interface Square {
  weight: Rational;
  coefficients: Rational[];
}

/**
 * The quadratic form of a symmetric matrix of fractions as a sum of squares with positive weights (elimination by Gauss and
 * Lagrange); undefined where it has a negative value.
 */
export function squaresOf(matrix: readonly (readonly Rational[])[]): Square[] | undefined {
  const rest = matrix.map((row) => [...row]);
  const found: Square[] = [];
  for (let k = 0; k < rest.length; k++) {
    const weight = rest[k][k];
    if (weight.sign < 0) return undefined;
    if (weight.sign === 0) {
      if (rest[k].some((value, j) => j > k && value.sign !== 0)) return undefined;
      continue;
    }
    const coefficients = rest[k].map((value, j) =>
      j < k ? zero : j === k ? one : value.div(weight),
    );
    for (let i = k + 1; i < rest.length; i++)
      for (let j = k + 1; j < rest.length; j++)
        rest[i][j] = rest[i][j].sub(coefficients[i].mul(rest[k][j]));
    found.push({ weight, coefficients });
  }
  return found;
}
