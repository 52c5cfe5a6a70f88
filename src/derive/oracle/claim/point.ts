import type { Fraction } from "../numbers/fraction.js";

/** A quantity or a function of others, as a polynomial: term by term a coefficient and the powers of its arguments. */
export interface Polynomial {
  terms: { scale: Fraction; powers: number[] }[];
}

/** Where a claim is evaluated. */
export interface Point {
  /** Values of names, and of entries as `x[2,3]`. */
  values: Map<string, Fraction>;
  /** The value of an entry that `values` lacks; it is kept there. */
  entry(family: string, indices: bigint[]): Fraction;
  /** Quantities that depend on others: what on, and how. */
  curves: ReadonlyMap<string, { on: string[]; by: Polynomial }>;
  /** What stands for an unknown function of so many arguments. */
  unknown(name: string, count: number): Polynomial;
  /** Functions that are densities. */
  densities: ReadonlySet<string>;
  /** Weight of a joint outcome, `A=1,B=0`, and the values of each measure's variables. */
  weight(measure: string, outcome: string): Fraction;
  outcomes: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

export const entryKey = (family: string, indices: bigint[]): string =>
  `${family}[${indices.join()}]`;
