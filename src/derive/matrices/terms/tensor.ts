import { Rational } from "../../../num/index.js";
import type { Axis } from "../sizes/sizes.js";
import { once, type Power } from "./powers.js";

/** What an index runs over is told by the tensor for a free one, by the term for a summed one. */
export type Index = string;

/**
 * What stands in a product of entries: a name, an entry of an array, Kronecker's delta, an entry of an inverse, a
 * determinant, a function of entries, or a sum as the base of a power.
 */
export type Atom =
  | { kind: "number"; value: Rational; key: string }
  /** A number by its name; a length is a whole number of at least 1, a call holds other names. */
  | { kind: "name"; name: string; key: string; isLength?: boolean; holds?: ReadonlySet<string> }
  | { kind: "array"; name: string; key: string; symmetric: boolean; orthogonal: boolean }
  | { kind: "delta"; key: string; symmetric: true }
  | { kind: "inverse"; of: Tensor; key: string; symmetric: boolean }
  | { kind: "determinant"; of: Tensor; key: string; /** It is 1 or -1. */ isSign: boolean }
  | { kind: "base"; of: Tensor; key: string }
  | { kind: "function"; name: string; of: Tensor; key: string };

/** An entry of an atom to a power. */
export interface Factor {
  atom: Atom;
  at: readonly Index[];
  exponent: Power;
}

/** A product of entries, summed over every index that is not free, as many times as the index is long. */
export interface Term {
  coefficient: Rational;
  factors: readonly Factor[];
  /** The summed indices and their lengths. */
  summed: ReadonlyMap<Index, string>;
}

/**
 * An array by its entry in row `r0` and column `c0`: a sum of products of entries. A side that is a product of lengths
 * has an index for each, `r0`, `r1`; a vector has no column, a number neither.
 */
export interface Tensor {
  rows: Axis;
  columns: Axis;
  terms: readonly Term[];
}

export const rowIndex = (i: number): Index => `r${i}`;
export const columnIndex = (i: number): Index => `c${i}`;
export const isFree = (index: Index): boolean => /^[rc]/.test(index);

/** The free indices of a tensor, rows first. */
export const freeIndices = ({ rows, columns }: Pick<Tensor, "rows" | "columns">): Index[] => [
  ...rows.map((_, i) => rowIndex(i)),
  ...columns.map((_, i) => columnIndex(i)),
];

/** The length over which a free index of a tensor runs. */
export const lengthOf = ({ rows, columns }: Tensor, index: Index): string =>
  (index.startsWith("r") ? rows : columns)[Number(index.slice(1))];

export const one = Rational.of(1n);

export const term = (
  factors: readonly Factor[],
  coefficient = one,
  summed: ReadonlyMap<Index, string> = new Map(),
): Term => ({ coefficient, factors, summed });

export const factor = (atom: Atom, at: readonly Index[] = [], exponent = once): Factor => ({
  atom,
  at,
  exponent,
});

const deltaAtom: Atom = { kind: "delta", key: "1", symmetric: true };
export const delta = (one: Index, other: Index): Factor => factor(deltaAtom, [one, other]);

export const isSymmetric = (atom: Atom): boolean => "symmetric" in atom && atom.symmetric;

let made = 0;
/** An index that stands nowhere else. */
export const freshIndex = (): Index => `s${++made}`;

/** A term with its indices renamed. */
export function renamed(of: Term, names: ReadonlyMap<Index, Index>): Term {
  const name = (index: Index): Index => names.get(index) ?? index;
  return {
    coefficient: of.coefficient,
    factors: of.factors.map((one) => ({ ...one, at: one.at.map(name) })),
    summed: new Map([...of.summed].map(([index, length]) => [name(index), length])),
  };
}

/** A term with new names for its summed indices, so that it may stand beside another one. */
export const apart = (of: Term): Term =>
  renamed(of, new Map([...of.summed.keys()].map((index) => [index, freshIndex()])));

/** The product of two terms; their summed indices are to differ. */
export const joined = (one: Term, other: Term): Term => ({
  coefficient: one.coefficient.mul(other.coefficient),
  factors: [...one.factors, ...other.factors],
  summed: new Map([...one.summed, ...other.summed]),
});
