import { cannotTell, type Field, noValue } from "../numbers/field.js";
import {
  compare,
  type Fraction,
  floorOf,
  fraction,
  inverse,
  minus,
  plus,
  signOf,
  times,
} from "../numbers/fraction.js";

const isOf = (a: Fraction, n: bigint): boolean => a.n === n && a.d === 1n;

function root(n: bigint): bigint {
  if (n < 2n) return n;
  let near = BigInt(Math.floor(Math.sqrt(Number(n))));
  while (near * near > n) near--;
  while ((near + 1n) * (near + 1n) <= n) near++;
  return near;
}

/** Fractions alone: what is none cannot be told. */
export const fractions: Field<Fraction> = {
  cost: 4,
  of: (value) => value,
  between: (low, high) => (compare(low, high) === 0 ? low : cannotTell("a range")),
  add: plus,
  neg: minus,
  mul: times,
  div: (a, b) => (b.n === 0n ? noValue("a division by 0") : times(a, inverse(b))),
  exp: (a) => (a.n === 0n ? fraction(1) : cannotTell("a power of e")),
  log(a) {
    if (a.n <= 0n) return noValue("a logarithm of what is not positive");
    return isOf(a, 1n) ? fraction(0) : cannotTell("a logarithm");
  },
  sqrt(a) {
    if (a.n < 0n) return noValue("a root of what is negative");
    const [top, below] = [root(a.n), root(a.d)];
    return top * top === a.n && below * below === a.d ? fraction(top, below) : cannotTell("a root");
  },
  cbrt: () => cannotTell("a cube root"),
  sin: (a) => (a.n === 0n ? a : cannotTell("a sine")),
  cos: (a) => (a.n === 0n ? fraction(1) : cannotTell("a cosine")),
  atan: (a) => (a.n === 0n ? a : cannotTell("an arc tangent")),
  abs: (a) => (a.n < 0n ? minus(a) : a),
  larger: (a, b) => (compare(a, b) < 0 ? b : a),
  floor: (a) => fraction(floorOf(a)),
  pi: () => cannotTell("pi"),
  sign: signOf,
  exactly: (a) => a,
  width: () => 0,
  near: (a) => Number(a.n) / Number(a.d),
};
