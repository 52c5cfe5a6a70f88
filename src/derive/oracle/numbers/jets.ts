import { cannotTell, type Field } from "./field.js";
import { type Fraction, fraction } from "./fraction.js";

/** The first coefficients of a power series, c[0] + c[1] t + ...; those left out are 0. */
export type Jet<V> = V[];

/**
 * Power series up to t^order over a field: a derivative is a coefficient, by the recurrences of Taylor's arithmetic
 * and by no rule of differentiation.
 */
export function jets<V>(base: Field<V>, order: number): Field<Jet<V>> {
  const zero = base.of(fraction(0));
  const scale = (a: V, by: Fraction): V => base.mul(base.of(by), a);
  const at = (a: Jet<V>, k: number): V => a[k] ?? zero;
  const constant = (a: Jet<V>): boolean => a.length === 1;
  const total = (terms: V[]): V => (terms.length ? terms.reduce(base.add) : zero);
  const lengthOf = (n: number): number => Math.min(order + 1, n);

  const add = (a: Jet<V>, b: Jet<V>): Jet<V> => {
    const [long, short] = a.length >= b.length ? [a, b] : [b, a];
    return long.map((value, k) => (k < short.length ? base.add(value, short[k]) : value));
  };
  const neg = (a: Jet<V>): Jet<V> => a.map(base.neg);
  const mul = (a: Jet<V>, b: Jet<V>): Jet<V> =>
    Array.from({ length: lengthOf(a.length + b.length - 1) }, (_, k) => {
      const terms: V[] = [];
      for (let i = Math.max(0, k - b.length + 1); i <= k && i < a.length; i++)
        terms.push(base.mul(a[i], b[k - i]));
      return total(terms);
    });
  /** A series whose k-th coefficient comes from those before it. */
  const grown = (first: V, next: (so: Jet<V>, k: number) => V): Jet<V> => {
    const found = [first];
    for (let k = 1; k <= order; k++) found.push(next(found, k));
    return found;
  };
  /** sum of weight(j) a[j] b[k - j] over j = from ... k. */
  const folded = (
    a: Jet<V>,
    b: Jet<V>,
    k: number,
    weight: (j: number) => Fraction,
    from = 1,
  ): V => {
    const terms: V[] = [];
    for (let j = from; j <= k && j < a.length; j++)
      if (k - j < b.length) terms.push(scale(base.mul(a[j], b[k - j]), weight(j)));
    return total(terms);
  };
  const div = (a: Jet<V>, b: Jet<V>): Jet<V> => {
    if (constant(b)) return a.map((value) => base.div(value, b[0]));
    return grown(base.div(a[0], b[0]), (so, k) =>
      base.div(base.add(at(a, k), base.neg(folded(b, so, k, () => fraction(1)))), b[0]),
    );
  };
  /** w' = u' w. */
  const exp = (u: Jet<V>): Jet<V> =>
    constant(u)
      ? [base.exp(u[0])]
      : grown(base.exp(u[0]), (so, k) => folded(u, so, k, (j) => fraction(j, k)));
  /** u w' = u'. */
  const log = (u: Jet<V>): Jet<V> => {
    if (constant(u)) return [base.log(u[0])];
    return grown(base.log(u[0]), (so, k) => {
      const before = folded(so.slice(0, k), u, k, (j) => fraction(j, k));
      return base.div(base.add(at(u, k), base.neg(before)), u[0]);
    });
  };
  /** u w' = p u' w, for w = u^p with a value already known. */
  const root = (value: V, u: Jet<V>, p: Fraction): Jet<V> => {
    if (constant(u)) return [value];
    if (base.sign(u[0]) === 0) return cannotTell("a root where it is 0");
    return grown(value, (so, k) => {
      const sum = folded(u, so, k, (j) => {
        const n = p.n * BigInt(j) - p.d * BigInt(k - j);
        return fraction(n, p.d * BigInt(k));
      });
      return base.div(sum, u[0]);
    });
  };
  /** s' = c u' and c' = -s u', side by side. */
  const turning = (u: Jet<V>): { sine: Jet<V>; cosine: Jet<V> } => {
    const [sine, cosine] = [[base.sin(u[0])], [base.cos(u[0])]];
    if (!constant(u))
      for (let k = 1; k <= order; k++) {
        const [s, c] = [sine, cosine].map((other) => folded(u, other, k, (j) => fraction(j, k)));
        sine.push(c);
        cosine.push(base.neg(s));
      }
    return { sine, cosine };
  };
  /** (1 + u^2) w' = u'. */
  const atan = (u: Jet<V>): Jet<V> => {
    if (constant(u)) return [base.atan(u[0])];
    const long = add([base.of(fraction(1))], mul(u, u));
    return grown(base.atan(u[0]), (so, k) => {
      const before = folded(so.slice(0, k), long, k, (j) => fraction(j, k));
      return base.div(base.add(at(u, k), base.neg(before)), long[0]);
    });
  };
  /** The sign where it is the same all around; at a change of sign there is no series. */
  const side = (u: Jet<V>) => {
    const sign = base.sign(u[0]);
    return sign === 0 && !constant(u) ? cannotTell("a corner") : sign;
  };
  return {
    cost: (base.cost * ((order + 1) * order)) / 2 + base.cost,
    of: (value) => [base.of(value)],
    between: (low, high) => [base.between(low, high)],
    add,
    neg,
    mul,
    div,
    exp,
    log,
    sqrt: (u) => root(base.sqrt(u[0]), u, fraction(1, 2)),
    cbrt: (u) => root(base.cbrt(u[0]), u, fraction(1, 3)),
    sin: (u) => turning(u).sine,
    cos: (u) => turning(u).cosine,
    atan,
    abs: (u) => (constant(u) ? [base.abs(u[0])] : side(u) < 0 ? neg(u) : u),
    larger(u, v) {
      if (constant(u) && constant(v)) return [base.larger(u[0], v[0])];
      return side(add(u, neg(v))) >= 0 ? u : v;
    },
    floor(u) {
      const whole = base.floor(u[0]);
      if (!constant(u) && base.sign(base.add(u[0], base.neg(whole))) === 0)
        return cannotTell("a jump");
      return [whole];
    },
    pi: () => [base.pi()],
    sign: side,
    exactly: (u) => (constant(u) ? base.exactly(u[0]) : undefined),
    width: (u) => Math.max(...u.map(base.width)),
    near: (u) => base.near(u[0]),
  };
}
