import { Rational } from "../../../num/index.js";
import { plainPower, plusPower, power, type Power, powerKey } from "./powers.js";
import {
  type Atom,
  delta,
  type Factor,
  factor,
  type Index,
  isFree,
  isSymmetric,
  renamed,
  type Term,
} from "./tensor.js";

/** A term in which no delta, no pair of orthogonal rows and no index without an entry is left to be summed. */
export function contracted(of: Term): Term {
  let now = of;
  for (;;) {
    const next = withoutDelta(now) ?? withoutOrthogonal(now);
    if (!next) return counted(merged(now));
    now = next;
  }
}

/** A summed index under a delta is the other one; a delta of one index is 1. */
function withoutDelta(of: Term): Term | undefined {
  const found = of.factors.find(
    ({ atom, at: [a, b] }) => atom.kind === "delta" && (a === b || !isFree(a) || !isFree(b)),
  );
  if (!found) return undefined;
  const [a, b] = found.at;
  const rest = { ...of, factors: of.factors.filter((one) => one !== found) };
  if (a === b) return rest;
  const [gone, kept] = isFree(a) ? [b, a] : [a, b];
  const summed = new Map(of.summed);
  summed.delete(gone);
  return renamed({ ...rest, summed }, new Map([[gone, kept]]));
}

/** The columns of an orthogonal matrix are orthonormal, and so are its rows. */
function withoutOrthogonal(of: Term): Term | undefined {
  for (const [i, one] of of.factors.entries()) {
    if (one.atom.kind !== "array" || !one.atom.orthogonal || !isOnce(one)) continue;
    for (const other of of.factors.slice(i + 1)) {
      if (other.atom.key !== one.atom.key || !isOnce(other)) continue;
      const place = one.at.findIndex(
        (index, k) => index === other.at[k] && !isFree(index) && timesUsed(of, index) === 2,
      );
      if (place < 0) continue;
      const summed = new Map(of.summed);
      summed.delete(one.at[place]);
      const factors = of.factors.filter((each) => each !== one && each !== other);
      return {
        ...of,
        summed,
        factors: [...factors, delta(one.at[1 - place], other.at[1 - place])],
      };
    }
  }
  return undefined;
}

const isOnce = ({ exponent }: Factor): boolean => powerKey(exponent) === "1";

/** In how many places of a term an index stands. */
export const timesUsed = ({ factors }: Term, index: Index): number =>
  factors.reduce((count, { at }) => count + at.filter((one) => one === index).length, 0);

/** Powers of one entry brought together. */
function merged(of: Term): Term {
  let { coefficient } = of;
  const found = new Map<string, Factor>();
  for (const one of of.factors) {
    const at = isSymmetric(one.atom) ? [...one.at].sort() : one.at;
    const key = `${one.atom.key}[${at.join()}]`;
    const before = found.get(key);
    // An entry of the identity is 0 or 1.
    const isIdempotent = one.atom.kind === "delta";
    const exponent =
      before && !isIdempotent ? plusPower(before.exponent, one.exponent) : one.exponent;
    found.set(key, { ...one, at, exponent });
  }
  const factors = [...found.values()].flatMap((one): Factor[] => {
    if (one.exponent.size === 0 || isSquareOfSign(one)) return [];
    if (one.atom.kind !== "number") return [one];
    const [value, rest] = numberPower(one.atom, one.exponent);
    coefficient = coefficient.mul(value);
    return rest;
  });
  return { ...of, coefficient, factors };
}

/** The determinant of an orthogonal matrix is 1 or -1. */
const isSquareOfSign = ({ atom, exponent }: Factor): boolean => {
  const whole = plainPower(exponent);
  return (
    atom.kind === "determinant" && atom.isSign && whole?.isInteger === true && whole.num % 2n === 0n
  );
};

/** 2^(n + 1) is 2 times 2^n. */
function numberPower(atom: Atom & { kind: "number" }, exponent: Power): [Rational, Factor[]] {
  const constant = exponent.get("") ?? Rational.of(0n);
  const whole = Rational.of(constant.num / constant.den);
  const value = atom.value.pow(Number(whole.num));
  const rest = plusPower(exponent, power(whole.neg()));
  return [value, rest.size === 0 ? [] : [factor(atom, [], rest)]];
}

/** A sum of what does not depend on its index is that many times it. */
function counted(of: Term): Term {
  let { coefficient } = of;
  const summed = new Map<Index, string>();
  const factors = [...of.factors];
  for (const [index, length] of of.summed) {
    if (timesUsed(of, index) > 0) summed.set(index, length);
    else if (/^\d+$/.test(length)) coefficient = coefficient.mul(Rational.of(BigInt(length)));
    else factors.push(factor(lengthAtom(length)));
  }
  if (factors.length > of.factors.length) return merged({ coefficient, factors, summed });
  return { coefficient, factors, summed };
}

export const nameAtom = (name: string): Atom => ({ kind: "name", name, key: name });
/** A name that counts rows or columns. */
export const lengthAtom = (name: string): Atom => ({ ...nameAtom(name), isLength: true }) as Atom;
export const numberAtom = (value: Rational): Atom => ({ kind: "number", value, key: `${value}` });
