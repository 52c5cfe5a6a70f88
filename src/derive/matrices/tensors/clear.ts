import { Rational } from "../../../num/index.js";
import { isZero, tensor } from "../terms/normal.js";
import { product, transposed } from "./operate.js";
import { plainPower, power } from "../terms/powers.js";
import {
  type Factor,
  factor,
  isFree,
  joined,
  rowIndex,
  type Tensor,
  term,
} from "../terms/tensor.js";

/** So many differences are looked at, each multiplied by what stands below in another. */
const mostDifferences = 16;

/**
 * Whether a difference is 0 everywhere: also when it is multiplied by the matrices of which it has inverses at its ends,
 * and by the sums by which it is divided, which takes nothing from it where these are invertible and not 0.
 */
export function vanishes(of: Tensor): boolean {
  const open = [of];
  for (let left = mostDifferences; left > 0; left--) {
    const next = open.shift();
    if (!next) return false;
    if (isZero(next)) return true;
    const divided = withoutDivisor(next);
    open.push(...(divided ? [divided] : withoutInverse(next)));
  }
  return false;
}

/** Multiplied by a sum of which it has a negative power, at free indices or none. */
function withoutDivisor(of: Tensor): Tensor | undefined {
  let found: Factor | undefined;
  let most: Rational = Rational.of(0n);
  for (const own of of.terms.flatMap(({ factors }) => factors)) {
    const exponent = plainPower(own.exponent);
    if (own.atom.kind !== "base" || !exponent || !own.at.every(isFree)) continue;
    if (
      found
        ? own.atom.key === found.atom.key &&
          own.at.join() === found.at.join() &&
          exponent.compare(most) < 0
        : exponent.sign < 0
    ) {
      found = own;
      most = exponent;
    }
  }
  if (!found) return undefined;
  const times = factor(found.atom, found.at, power(most.neg()));
  return tensor(
    of,
    of.terms.map((own) => joined(own, term([times]))),
  );
}

/** Multiplied by the matrix of an inverse that stands at an end of one of its terms, the largest matrices first. */
function withoutInverse(of: Tensor): Tensor[] {
  if (of.rows.length > 1 || of.columns.length > 1) return [];
  const found = new Map<string, { matrix: Tensor; isLeft: boolean }>();
  for (const { atom, at, exponent } of of.terms.flatMap(({ factors }) => factors)) {
    if (atom.kind !== "inverse" || plainPower(exponent)?.num !== 1n) continue;
    for (const [i, index] of at.entries()) {
      if (!isFree(index)) continue;
      const isLeft = index === rowIndex(0);
      // The row of an inverse stands at the left, and of its transpose its column.
      const matrix = (i === 0) === isLeft ? atom.of : transposed(atom.of);
      found.set(`${atom.key} ${i} ${index}`, { matrix, isLeft });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.matrix.terms.length - a.matrix.terms.length)
    .map(({ matrix, isLeft }) => (isLeft ? product(matrix, of) : product(of, matrix)));
}
