import {
  type Expr,
  negate,
  number,
  over,
  subtract,
  sumOf,
  times,
  toThe,
  treeKey,
} from "../../tree/expression.js";
import { choose } from "../../sums/powerSums.js";
import type { LawName } from "./laws.js";
import { ofExponential, ofFailures, ofTrials } from "./moments.js";

/** So many variables stand under one minimum or maximum: the maximum counts each set of them. */
const mostVariables = 6;

const one = number(1n);
const whole = (k: number): Expr => number(BigInt(k));
const power = (base: Expr, k: number): Expr => (k === 0 ? one : toThe(base, whole(k)));
const upTo = (k: number): number[] => Array.from({ length: k + 1 }, (_, j) => j);

/** One minus the product of what is left of each: the first success of several at once. */
const success = (chances: readonly Expr[]): Expr =>
  subtract(one, times(...chances.map((p) => subtract(one, p))));

/** Laws whose minimum has a law of the same kind, with its moment by the parameters of all. */
const minima: Partial<Record<LawName, (k: number, all: readonly Expr[]) => Expr>> = {
  exponential: (k, rates) => ofExponential(k, [sumOf(...rates)]),
  trials: (k, chances) => ofTrials(k, [success(chances)]),
  failures: (k, chances) => ofFailures(k, [success(chances)]),
};

/**
 * The k-th moment of the least or the largest of independent variables of one law; undefined for another law, or for
 * uniform variables with different ends.
 *
 * @param parameters those of each variable
 */
export function extremeMoment(
  which: "min" | "max",
  law: LawName,
  k: number,
  parameters: readonly (readonly Expr[])[],
): Expr | undefined {
  if (parameters.length < 2 || parameters.length > mostVariables) return undefined;
  if (law === "uniform") return ofUniforms(which, k, parameters);
  const least = minima[law];
  if (!least) return undefined;
  const all = parameters.map(([own]) => own);
  if (which === "min") return least(k, all);
  // max^k is the sum of min^k over the sets with an odd number of variables, less those with an even one.
  const sets = upTo(2 ** all.length - 1).map((bits) => all.filter((_, i) => (bits >> i) % 2 === 1));
  return sumOf(
    ...sets
      .filter((own) => own.length > 0)
      .map((own) => (own.length % 2 ? least(k, own) : negate(least(k, own)))),
  );
}

/** Of m variables between a and b: a + (b - a) V or b - (b - a) V, where V is the largest of m between 0 and 1. */
function ofUniforms(
  which: "min" | "max",
  k: number,
  parameters: readonly (readonly Expr[])[],
): Expr | undefined {
  const [[a, b]] = parameters;
  const text = (own: readonly Expr[]) => own.map(treeKey).join();
  if (parameters.some((own) => text(own) !== text(parameters[0]))) return undefined;
  const m = parameters.length;
  const [from, step] = which === "max" ? [a, subtract(b, a)] : [b, subtract(a, b)];
  return sumOf(
    ...upTo(k).map((j) =>
      times(number(choose(k, j)), power(from, k - j), power(step, j), over(whole(m), whole(m + j))),
    ),
  );
}
