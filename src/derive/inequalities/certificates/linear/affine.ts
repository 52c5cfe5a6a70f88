import { Rational } from "../../../../num/index.js";
import type { Monomial } from "../../../form/ring/monomial.js";
import { countWork } from "../../../tree/work.js";
import { one, type Sparse, zero } from "./sparse.js";

/** Each unknown as a number plus multiples of the free ones. */
export interface Affine {
  /** How many unknowns are free. */
  free: number;
  /** Of each unknown, the constant and what it takes of each free one. */
  unknowns: { constant: Rational; slopes: ReadonlyMap<number, Rational> }[];
}

type Row = { terms: Map<number, Rational>; constant: Rational };

/** A term of a row that is taken off, in products of two terms. */
const costOfFraction = 2;

/** All solutions of `sum of unknown times polynomial = target`, coefficient by coefficient; undefined where there is none. */
export function affine(columns: readonly Sparse[], target: Sparse): Affine | undefined {
  const rows = new Map<Monomial, Row>();
  const rowOf = (term: Monomial): Row => {
    const known = rows.get(term) ?? { terms: new Map(), constant: zero };
    rows.set(term, known);
    return known;
  };
  columns.forEach((poly, column) => {
    for (const [term, value] of poly) rowOf(term).terms.set(column, value);
  });
  for (const [term, value] of target) rowOf(term).constant = value;
  const solved = new Map<number, Row>();
  for (const row of rows.values()) {
    for (const [column, known] of solved) subtract(row, known, column);
    const [pivot] = row.terms.keys();
    if (pivot === undefined) {
      if (row.constant.sign !== 0) return undefined;
      continue;
    }
    const factor = row.terms.get(pivot)!.inv();
    const own: Row = {
      terms: new Map([...row.terms].map(([column, value]) => [column, value.mul(factor)])),
      constant: row.constant.mul(factor),
    };
    for (const known of solved.values()) subtract(known, own, pivot);
    solved.set(pivot, own);
  }
  const free = columns.map((_, column) => column).filter((column) => !solved.has(column));
  const place = new Map(free.map((column, i) => [column, i]));
  return {
    free: free.length,
    unknowns: columns.map((_, column) => {
      const row = solved.get(column);
      if (!row) return { constant: zero, slopes: new Map([[place.get(column)!, one]]) };
      const slopes = [...row.terms].filter(([other]) => other !== column);
      return {
        constant: row.constant,
        slopes: new Map(slopes.map(([other, value]) => [place.get(other)!, value.neg()])),
      };
    }),
  };
}

/** Takes a column out of a row by a row in which it stands with 1. */
function subtract(row: Row, by: Row, column: number): void {
  const factor = row.terms.get(column);
  if (!factor) return;
  countWork(costOfFraction * by.terms.size);
  for (const [other, value] of by.terms) {
    const rest = (row.terms.get(other) ?? zero).sub(value.mul(factor));
    if (rest.sign === 0) row.terms.delete(other);
    else row.terms.set(other, rest);
  }
  row.constant = row.constant.sub(by.constant.mul(factor));
}

/** The unknowns where the free ones have these values. */
export const at = ({ unknowns }: Affine, values: readonly Rational[]): Rational[] =>
  unknowns.map(({ constant, slopes }) =>
    [...slopes].reduce((sum, [i, slope]) => sum.add(slope.mul(values[i])), constant),
  );
