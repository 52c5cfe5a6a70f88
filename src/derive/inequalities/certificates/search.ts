import { Rational } from "../../../num/index.js";
import type { Context } from "../../form/context.js";
import { type Affine, affine, at } from "./linear/affine.js";
import { type Centre, centre, type Pencil } from "./doubles/centre.js";
import { type Certificate, isExact, type Term } from "./certificate.js";
import { square } from "./doubles/dense.js";
import { squaresOf } from "./linear/gauss.js";
import { besideKernel } from "./doubles/kernel.js";
import type { Block, Problem } from "./problem.js";
import { combined, productOf, single, type Sparse, zero } from "./linear/sparse.js";

/** Rounds in which parts are taken out that have to be 0 somewhere. */
const mostRounds = 4;
const mostColumns = 220;
/** Denominators to which the free numbers are rounded, simple ones first. */
const denominators = [1n, 2n, 3n, 4n, 6n, 12n, 24n, 60n, 720n, 10_080n, 1_000_000n];
/** A least eigenvalue below this shows that there is no certificate of this size. */
const hopeless = -1e-4;

/**
 * Writes a polynomial as a sum of squares of polynomials, each times what is known not to be negative, plus multiples of what
 * is 0. The squares are a symmetric matrix without negative eigenvalues (Gram's), found by a method of barriers in doubles,
 * rounded to fractions, and multiplied out again: the certificate is exact, or there is none.
 *
 * @param isEnough whether a certificate shows what is asked
 */
export function search(
  ctx: Context,
  problem: Problem,
  isEnough: (certificate: Certificate) => boolean,
): Certificate | undefined {
  let { blocks } = problem;
  for (let round = 0; round < mostRounds; round++) {
    const columns = columnsOf(ctx, problem, blocks);
    if (columns.length > mostColumns) return undefined;
    const solutions = affine(columns, problem.target);
    if (!solutions) return undefined;
    const skipped = problem.equations.reduce((sum, { multipliers }) => sum + multipliers.length, 0);
    const found = centre(pencilsOf(blocks, solutions, skipped), solutions.free);
    if (!found) return undefined;
    for (const den of denominators) {
      const certificate = rounded(problem, blocks, solutions, skipped, found, den);
      if (certificate && isEnough(certificate) && isExact(ctx, certificate)) return certificate;
      if (solutions.free === 0) break;
    }
    if (found.least < hopeless) return undefined;
    const smaller = withoutKernels(blocks, found);
    if (!smaller) return undefined;
    blocks = smaller;
  }
  return undefined;
}

/** The polynomials whose combination is the target: multiples of equations, then the products of parts of each block. */
function columnsOf({ ring }: Context, { equations }: Problem, blocks: readonly Block[]): Sparse[] {
  const multiples = equations.flatMap(({ equation, multipliers }) =>
    multipliers.map((by) => productOf(ring, equation, single(by))),
  );
  const products = blocks.flatMap(({ weight, parts }) =>
    pairs(parts.length).map(([i, j]) => {
      const product = productOf(ring, weight.poly, productOf(ring, parts[i], parts[j]));
      return i === j ? product : combined([[product, Rational.of(2n)]]);
    }),
  );
  return [...multiples, ...products];
}

const pairs = (size: number): [number, number][] =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: size - i }, (_, k): [number, number] => [i, i + k]),
  ).flat();

function pencilsOf(
  blocks: readonly Block[],
  { unknowns, free }: Affine,
  skipped: number,
): Pencil[] {
  let column = skipped;
  return blocks.map(({ parts: { length: size } }): Pencil => {
    const constant = square(size);
    const slopes: Pencil["slopes"] = Array.from({ length: free }, () => []);
    for (const [i, j] of pairs(size)) {
      const { constant: fixed, slopes: own } = unknowns[column++];
      constant[i][j] = constant[j][i] = fixed.toNumber();
      for (const [k, slope] of own) slopes[k].push({ i, j, value: slope.toNumber() });
    }
    return { size, constant, slopes };
  });
}

function rounded(
  { target, equations }: Problem,
  blocks: readonly Block[],
  solutions: Affine,
  skipped: number,
  { values }: Centre,
  den: bigint,
): Certificate | undefined {
  if (values.some((value) => !Number.isSafeInteger(Math.round(value * Number(den)))))
    return undefined;
  const free = [...values].map((value) =>
    Rational.of(BigInt(Math.round(value * Number(den))), den),
  );
  const numbers = at(solutions, free);
  let column = skipped;
  const terms: Term[] = [];
  for (const { weight, parts } of blocks) {
    const matrix = parts.map(() => parts.map(() => zero));
    for (const [i, j] of pairs(parts.length)) matrix[i][j] = matrix[j][i] = numbers[column++];
    const squares = squaresOf(matrix);
    if (!squares) return undefined;
    if (squares.length === 0) continue;
    terms.push({
      weight,
      squares: squares.map(({ weight: factor, coefficients }) => ({
        factor,
        poly: combined(coefficients.map((value, i) => [parts[i], value])),
      })),
      vanishing: squares.length === parts.length ? parts : [],
    });
  }
  let next = 0;
  const multiples = equations.flatMap(({ equation, multipliers }) => {
    const multiplier = combined(multipliers.map((by) => [single(by), numbers[next++]]));
    return multiplier.size ? [{ equation, multiplier }] : [];
  });
  return { target, terms, multiples };
}

/** The blocks in the parts that are left where the matrices have kernels; undefined where none has one. */
function withoutKernels(blocks: readonly Block[], { matrices }: Centre): Block[] | undefined {
  let changed = false;
  const smaller: Block[] = [];
  for (const [b, block] of blocks.entries()) {
    const beside = besideKernel(matrices[b]);
    if (!beside) return undefined;
    if (beside.length === block.parts.length) {
      smaller.push(block);
      continue;
    }
    changed = true;
    const parts = beside.map((row) => combined(row.map((value, i) => [block.parts[i], value])));
    if (parts.length) smaller.push({ ...block, parts });
  }
  return changed ? smaller : undefined;
}
