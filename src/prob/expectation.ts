import { checkFunction, checkKeys, refuseKind } from "../num/check.js";
import type { Rational } from "../num/rational.js";
import { checkProbability, checkTotal, type Exact, exactly, type Exactly, total } from "./exact.js";

/** A discrete joint distribution: `p[i][j]` is the probability of `x[i]` together with `z[j]`. */
export interface Joint<T extends Exact> {
  x: readonly T[];
  z: readonly T[];
  p: readonly (readonly T[])[];
}

/**
 * Expectation of a function of two discrete variables, by default of their sum.
 *
 *     E[f(x, z)] = Σ_i Σ_j f(x_i, z_j) p(x_i, z_j)
 *
 * @eq expectation.sum
 * @source the notes, Ex-2.10, with sums in place of integrals
 * @param f of the same kind as the values; x + z unless given
 * @returns exact rationals in, exact rationals out; doubles are rounded once
 * @throws RangeError if a probability lies outside [0, 1] or they do not sum to 1 (doubles: within 1e-12)
 */
export function expectation<T extends Exact>(joint: Joint<T>, f?: (x: T, z: T) => T): T {
  const fn = "expectation";
  const { x, z, p, give } = readJoint(fn, joint);
  if (f !== undefined) checkFunction(fn, "f", f);
  const valueAt = (i: number, j: number): Rational => {
    if (!f) return x[i].add(z[j]);
    const value = f(joint.x[i], joint.z[j]);
    return exactly(fn, [
      ["x[0]", joint.x[0]],
      [`f(x[${i}], z[${j}])`, value],
    ]).values[1];
  };
  return give(total(p.flatMap((row, i) => row.map((weight, j) => weight.mul(valueAt(i, j))))));
}

/**
 * The distributions of x and of z alone.
 *
 *     p(x_i) = Σ_j p(x_i, z_j),    p(z_j) = Σ_i p(x_i, z_j)
 *
 * @source Bishop (2006), the sum rule of section 1.2
 * @throws RangeError as `expectation`
 */
export function marginals<T extends Exact>(joint: Joint<T>): { x: T[]; z: T[] } {
  const { z, p, give } = readJoint("marginals", joint);
  return {
    x: p.map((row) => give(total(row))),
    z: z.map((_, j) => give(total(p.map((row) => row[j])))),
  };
}

/**
 * The joint distribution of two independent variables.
 *
 *     p(x_i, z_j) = p(x_i) p(z_j)
 *
 * @eq expectation.independence
 * @source the notes, Ex-2.10
 * @param x the values of the first variable
 * @param px their probabilities, in the same order
 * @param z the values of the second variable
 * @param pz their probabilities, in the same order
 * @throws RangeError if a probability lies outside [0, 1], or one list does not sum to 1 (doubles: within 1e-12)
 */
export function independent<T extends Exact>(
  x: readonly T[],
  px: readonly T[],
  z: readonly T[],
  pz: readonly T[],
): Joint<T> {
  const fn = "independent";
  const sides = { x, px, z, pz };
  for (const [name, list] of Object.entries(sides)) checkList(fn, name, list);
  if (px.length !== x.length) refuseKind(fn, "px", `have ${x.length} entries, as x has`, px);
  if (pz.length !== z.length) refuseKind(fn, "pz", `have ${z.length} entries, as z has`, pz);
  const entries = Object.entries(sides).flatMap(([name, list]) => named(name, list));
  const exact = exactly(fn, entries);
  const weights = [px, pz].map((list, side) => {
    const start = side === 0 ? x.length : 2 * x.length + z.length;
    const values = exact.values.slice(start, start + list.length);
    values.forEach((value, i) =>
      checkProbability(fn, `${side ? "pz" : "px"}[${i}]`, value, list[i]),
    );
    checkTotal(fn, side ? "pz" : "px", values, exact);
    return values;
  });
  return {
    x,
    z,
    p: weights[0].map((left) => weights[1].map((right) => exact.give(left.mul(right)))),
  };
}

function checkList(fn: string, name: string, list: unknown): void {
  if (!Array.isArray(list) || !list.length) {
    refuseKind(fn, name, "be an array of at least one value", list);
  }
}

function named<T extends Exact>(name: string, list: readonly T[]) {
  return list.map((value, i) => [`${name}[${i}]`, value] as const);
}

interface ReadJoint<T extends Exact> extends Exactly<T> {
  x: Rational[];
  z: Rational[];
  p: Rational[][];
}

function readJoint<T extends Exact>(fn: string, joint: Joint<T>): ReadJoint<T> {
  checkKeys(fn, "joint", joint, ["x", "z", "p"]);
  const { x, z, p } = joint;
  for (const [name, list] of Object.entries({ x, z, p })) checkList(fn, name, list);
  if (p.length !== x.length || p.some((row) => !Array.isArray(row) || row.length !== z.length)) {
    const lengths = p.map((row) => row?.length);
    refuseKind(fn, "p", `have ${x.length} rows of ${z.length}`, lengths);
  }
  const weights = p.flatMap((row, i) => named(`p[${i}]`, row));
  const exact = exactly(fn, [...named("x", x), ...named("z", z), ...weights]);
  const flat = exact.values.slice(x.length + z.length);
  flat.forEach((value, k) => checkProbability(fn, weights[k][0], value, weights[k][1]));
  checkTotal(fn, "p", flat, exact);
  return {
    ...exact,
    x: exact.values.slice(0, x.length),
    z: exact.values.slice(x.length, x.length + z.length),
    p: x.map((_, i) => flat.slice(i * z.length, (i + 1) * z.length)),
  };
}
