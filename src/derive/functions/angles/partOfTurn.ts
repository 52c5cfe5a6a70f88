import { Rational } from "../../../num/index.js";
import { subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { constant, type Form, multiply } from "../../form/ring/form.js";
import { type Monomial, whole } from "../../form/ring/monomial.js";
import type { Atom } from "../../form/ring/ring.js";
import { accumulate, type Poly } from "../../form/ring/polynomial.js";
import { providePartOfTurn } from "./algebraic.js";
import type { Turned } from "./turned.js";

/** Denominators up to which a part of a turn has algebraic coordinates here: the polynomial has about as many terms. */
const mostParts = 64n;

/**
 * The sine and cosine of pi/n by y = 2 cos(pi/m) for m = n or, where n is odd, 2 n: it is a root of the minimal polynomial of
 * z + 1/z for a root of unity z (Lehmer, A note on trigonometric algebraic numbers, 1933), and 2 cos(k pi/m) is a
 * polynomial in it for each k, 2 sin(pi/n) with k = m/2 - m/n. Undefined for an n beyond.
 */
function partOfTurn(ctx: Context, n: bigint): Turned | undefined {
  if (n < 3n || n > mostParts) return undefined;
  const { ring } = ctx;
  const m = Number(n % 2n === 0n ? n : 2n * n);
  const y = ring.form(twiceCosine(ctx, m));
  const half = constant(ring, Rational.of(1n, 2n));
  const cosineOf = (k: number): Form => {
    let [before, own] = [constant(ring, 2n), y];
    for (let i = 1; i < k; i++)
      [before, own] = [own, subtractForms(ring, multiply(ring, y, own), before)];
    return multiply(ring, half, own);
  };
  const step = m / Number(n);
  return { sine: cosineOf(m / 2 - step), cosine: cosineOf(step) };
}

/** 2 cos(pi/m) as a number by what a power of it is worth, under a name that no reader's name is. */
function twiceCosine({ ring }: Context, m: number): Atom {
  const polynomial = ofTwiceCosine(2 * m);
  const degree = polynomial.length - 1;
  const { length: own } = ring.atoms;
  let worth: Map<Monomial, bigint> | undefined;
  const relation = {
    span: degree * whole,
    // The powers of an atom exist once the atom does.
    get worth(): Poly {
      if (worth) return worth;
      worth = new Map();
      for (const [k, value] of polynomial.slice(0, degree).entries())
        if (value !== 0n) accumulate(worth, ring.monomials.single(own, k * whole), -value);
      return worth;
    },
  };
  const name = `twice the cosine of pi/${m}`;
  return ring.atom(name, () => ({ kind: "symbol", name, relation }));
}

/** The polynomial over the integers, constant first, of 2 cos(2 pi/n): that of the roots of unity, in z + 1/z. */
function ofTwiceCosine(n: number): bigint[] {
  const cyclotomic = ofRootsOfUnity(n);
  const middle = (cyclotomic.length - 1) / 2;
  const found = Array.from({ length: middle + 1 }, () => 0n);
  // z^k + z^-k as polynomials in z + 1/z: each is that times the one before, less the one before that.
  let [before, own]: [bigint[], bigint[]] = [[2n], [0n, 1n]];
  for (let k = 0; k <= middle; k++) {
    const [weight, terms] = k === 0 ? [cyclotomic[middle], [1n]] : [cyclotomic[middle + k], own];
    terms.forEach((value, i) => (found[i] += weight * value));
    if (k > 0) {
      const next = [0n, ...own].map((value, i) => value - (before[i] ?? 0n));
      [before, own] = [own, next];
    }
  }
  return found;
}

/** The cyclotomic polynomial of n, constant first: z^n - 1 over those of all smaller divisors of n. */
function ofRootsOfUnity(n: number): bigint[] {
  let found: bigint[] = Array.from({ length: n + 1 }, (_, i) =>
    i === n ? 1n : i === 0 ? -1n : 0n,
  );
  for (let d = 1; d < n; d++) if (n % d === 0) found = quotient(found, ofRootsOfUnity(d));
  return found;
}

/** The quotient of a polynomial by one that divides it and begins with 1. */
function quotient(of: bigint[], by: bigint[]): bigint[] {
  const rest = [...of];
  const found: bigint[] = [];
  for (let i = of.length - by.length; i >= 0; i--) {
    found[i] = rest[i + by.length - 1];
    by.forEach((value, k) => (rest[i + k] -= found[i] * value));
  }
  return found;
}

/** Has it asked for the sine and cosine of pi/n. A call and no statement of the module, of which bundlers keep nothing. */
export const addPartOfTurn = (): void => providePartOfTurn(partOfTurn);
