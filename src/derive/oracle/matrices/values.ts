import { cannotTell, type Field, noValue, valueOf } from "../numbers/field.js";
import { fraction } from "../numbers/fraction.js";

/** Entries row by row; a number is 1 x 1. `times` is a multiple of the identity, or zero, of whatever size fits. */
export type Value<V> = Dense<V> | { times: V };

export interface Dense<V> {
  rows: number;
  columns: number;
  at: readonly V[];
}

export const isDense = <V>(value: Value<V>): value is Dense<V> => "at" in value;
export const scalar = <V>(value: V): Dense<V> => ({ rows: 1, columns: 1, at: [value] });
const isScalar = <V>(value: Dense<V>): boolean => value.rows === 1 && value.columns === 1;

/** Kronecker products of matrices of four rows have more, and tell nothing that smaller ones do not. */
const mostEntries = 100;

/** A matrix by its entries. */
export function built<V>(
  rows: number,
  columns: number,
  entry: (i: number, j: number) => V,
): Dense<V> {
  if (rows * columns > mostEntries) return cannotTell("a large matrix");
  const at = Array.from({ length: rows * columns }, (_, k) =>
    entry(Math.floor(k / columns), k % columns),
  );
  return { rows, columns, at };
}

/** What matrices do, row by row and column by column, over any field. */
export class MatrixField<V> {
  readonly zero: V;
  readonly one: V;

  constructor(readonly field: Field<V>) {
    this.zero = field.of(fraction(0));
    this.one = field.of(fraction(1));
  }

  entry({ at, columns }: Dense<V>, i: number, j: number): V {
    return at[i * columns + j];
  }

  /** A multiple of the identity as one of a size; only zero has another than a square one. */
  dense(value: Value<V>, rows: number, columns: number): Dense<V> {
    if (isDense(value)) return value;
    const { times } = value;
    if (rows === columns) return built(rows, columns, (i, j) => (i === j ? times : this.zero));
    const exact = this.field.exactly(times);
    return exact?.n === 0n
      ? built(rows, columns, () => this.zero)
      : cannotTell("an identity that is not square");
  }

  add = (one: Value<V>, other: Value<V>): Value<V> => {
    if (!isDense(one) && !isDense(other)) return { times: this.field.add(one.times, other.times) };
    const known = isDense(one) ? one : (other as Dense<V>);
    const [a, b] = [one, other].map((value) => this.dense(value, known.rows, known.columns));
    if (a.rows !== b.rows || a.columns !== b.columns) return cannotTell("a sum of two sizes");
    return { ...a, at: a.at.map((value, i) => this.field.add(value, b.at[i])) };
  };

  scaled(by: V, value: Value<V>): Value<V> {
    if (!isDense(value)) return { times: this.field.mul(by, value.times) };
    return { ...value, at: value.at.map((one) => this.field.mul(by, one)) };
  }

  mul = (one: Value<V>, other: Value<V>): Value<V> => {
    if (isDense(one) && isScalar(one)) return this.scaled(one.at[0], other);
    if (isDense(other) && isScalar(other)) return this.scaled(other.at[0], one);
    if (!isDense(one)) return this.scaled(one.times, other);
    if (!isDense(other)) return this.scaled(other.times, one);
    if (one.columns !== other.rows) return cannotTell("a product of sizes that do not fit");
    return built(one.rows, other.columns, (i, j) =>
      one.at
        .slice(i * one.columns, (i + 1) * one.columns)
        .map((value, k) => this.field.mul(value, this.entry(other, k, j)))
        .reduce(this.field.add),
    );
  };

  transposed(value: Value<V>): Value<V> {
    return isDense(value)
      ? built(value.columns, value.rows, (i, j) => this.entry(value, j, i))
      : value;
  }

  /** By Gauss and Jordan, beside the identity. */
  inverse(value: Value<V>): Value<V> {
    const { field } = this;
    if (!isDense(value)) return { times: field.div(this.one, value.times) };
    const size = value.rows;
    const rows = Array.from({ length: size }, (_, i) => [
      ...value.at.slice(i * size, (i + 1) * size),
      ...Array.from({ length: size }, (_, j) => (i === j ? this.one : this.zero)),
    ]);
    for (let k = 0; k < size; k++) {
      const pivot = this.#pivot(rows, k);
      if (pivot === undefined) return noValue("an inverse of a singular matrix");
      [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
      const inverse = field.div(this.one, rows[k][k]);
      rows[k] = rows[k].map((one) => field.mul(one, inverse));
      for (let i = 0; i < size; i++) {
        if (i === k) continue;
        const factor = field.neg(rows[i][k]);
        rows[i] = rows[i].map((one, j) => field.add(one, field.mul(factor, rows[k][j])));
      }
    }
    return built(size, size, (i, j) => rows[i][size + j]);
  }

  /** The first row from k on whose entry in column k is certainly not 0. */
  #pivot(rows: readonly (readonly V[])[], k: number): number | undefined {
    for (let i = k; i < rows.length; i++) {
      const sign = valueOf(() => this.field.sign(rows[i][k]));
      if (sign === undefined) return cannotTell("a pivot that may be 0");
      if (sign !== 0) return i;
    }
    return undefined;
  }

  /** By its first row. */
  determinant(value: Dense<V>): V {
    const { rows: size, at } = value;
    if (size === 1) return at[0];
    const { field } = this;
    const terms = Array.from({ length: size }, (_, j) => {
      const minor = built(size - 1, size - 1, (a, b) =>
        this.entry(value, a + 1, b < j ? b : b + 1),
      );
      const term = field.mul(at[j], this.determinant(minor));
      return j % 2 ? field.neg(term) : term;
    });
    return terms.reduce(field.add);
  }

  each(value: Value<V>, f: (one: V) => V): Value<V> {
    return isDense(value)
      ? { ...value, at: value.at.map(f) }
      : cannotTell("a function of an identity of open size");
  }
}
