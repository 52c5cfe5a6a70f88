import { refuseKind } from "../num/index.js";
import { arithmeticOf, checkProbability, type Exact } from "./exact.js";

/** A discrete joint distribution: `p[i][j]` is the probability of `x[i]` together with `z[j]`. */
export interface Joint<T extends Exact> {
  x: readonly T[];
  z: readonly T[];
  p: readonly (readonly T[])[];
}

/**
 * Expectation of a function of two discrete variables.
 *
 *     E[f(x, z)] = Σ_i Σ_j f(x_i, z_j) p(x_i, z_j)
 *
 * @eq expectation.sum
 * @source the notes, Ex-2.10, with sums in place of integrals
 * @param f by default x + z
 * @throws RangeError if a probability lies outside [0, 1] or they do not sum to 1 (doubles: within 1e-12)
 */
export function expectation<T extends Exact>(joint: Joint<T>, f?: (x: T, z: T) => T): T {
  const fn = "expectation";
  const ops = checkJoint(fn, joint);
  const of = f ?? ((x: T, z: T) => ops.add(x, z));
  return joint.x.reduce(
    (outer, x, i) =>
      joint.z.reduce((inner, z, j) => ops.add(inner, ops.mul(of(x, z), joint.p[i][j])), outer),
    ops.from(0),
  );
}

/** The distributions of x and of z alone: sums of `p` over the other variable. */
export function marginals<T extends Exact>(joint: Joint<T>): { x: T[]; z: T[] } {
  const ops = checkJoint("marginals", joint);
  return {
    x: joint.p.map((row) => row.reduce((total, p) => ops.add(total, p), ops.from(0))),
    z: joint.z.map((_, j) => joint.p.reduce((total, row) => ops.add(total, row[j]), ops.from(0))),
  };
}

/** The joint distribution of two independent variables, p(x, z) = p(x) p(z). */
export function independent<T extends Exact>(
  x: readonly T[],
  px: readonly T[],
  z: readonly T[],
  pz: readonly T[],
): Joint<T> {
  const ops = arithmeticOf<T>("independent", { "px[0]": px[0], "pz[0]": pz[0] });
  const joint = { x, z, p: px.map((left) => pz.map((right) => ops.mul(left, right))) };
  checkJoint("independent", joint);
  return joint;
}

function checkJoint<T extends Exact>(fn: string, { x, z, p }: Joint<T>) {
  if (!x.length || !z.length) refuseKind(fn, "x and z", "hold at least one value each", []);
  if (p.length !== x.length || p.some((row) => row.length !== z.length)) {
    refuseKind(
      fn,
      "p",
      `have ${x.length} rows of ${z.length}`,
      p.map((row) => row.length),
    );
  }
  const named = Object.fromEntries([
    ...x.map((value, i) => [`x[${i}]`, value]),
    ...z.map((value, j) => [`z[${j}]`, value]),
    ...p.flatMap((row, i) => row.map((value, j) => [`p[${i}][${j}]`, value])),
  ]) as Record<string, T>;
  const ops = arithmeticOf<T>(fn, named);
  const flat = p.flat();
  flat.forEach((value) => checkProbability(fn, "p", value, ops));
  const total = flat.reduce((sum, value) => ops.add(sum, value), ops.from(0));
  const off =
    typeof total === "number" ? Math.abs(total - 1) > 1e-12 : ops.compare(total, ops.from(1)) !== 0;
  if (off) throw new RangeError(`${fn}: p must sum to 1, got ${total}`);
  return ops;
}
