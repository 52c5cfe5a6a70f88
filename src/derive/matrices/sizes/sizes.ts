/**
 * One side of a matrix as the lengths whose product it is: `[]` is 1, `["n"]` is n, `["n", "m"]` that of a Kronecker
 * product. A length is a number, a declared name, or begins with `?` where it has yet to be found.
 */
export type Axis = readonly string[];

/** Rows and columns; a vector is one column, a number has one of both. */
export interface Size {
  rows: Axis;
  columns: Axis;
}

export const single: Size = { rows: [], columns: [] };

/** Two lengths that are not the same, or whose product only may be. */
export class Misfit extends Error {}

/** What is known of lengths that were not stated. */
export class Lengths {
  readonly #found = new Map<string, Axis>();
  #fresh = 0;

  /** A side of unknown length. */
  open(): Axis {
    return [`?${++this.#fresh}`];
  }

  /** A side with what was found of its lengths put in. */
  resolved(axis: Axis): Axis {
    return axis.flatMap((length) => {
      const found = this.#found.get(length);
      return found ? this.resolved(found) : length === "1" ? [] : [length];
    });
  }

  of({ rows, columns }: Size): Size {
    return { rows: this.resolved(rows), columns: this.resolved(columns) };
  }

  /** Whether two sides are equally long; an open one becomes as long as the other. Undefined where it cannot be told. */
  agree(one: Axis, other: Axis): boolean | undefined {
    const [a, b] = [this.resolved(one), this.resolved(other)];
    if (a.join() === b.join()) return true;
    for (const [open, value] of [
      [a, b],
      [b, a],
    ]) {
      if (open.length !== 1 || !isOpen(open[0]) || value.includes(open[0])) continue;
      // A matrix or a vector of which no length is stated is no row and no number for standing beside one.
      if (value.length === 0) return false;
      this.#found.set(open[0], value);
      return true;
    }
    // A product of lengths may be equal to another one, or to a length of its own name.
    if (a.length < 2 && b.length < 2) return false;
    const isEach = a.length === b.length && a.every((length, i) => this.agree([length], [b[i]]));
    return isEach || undefined;
  }
}

const isOpen = (length: string): boolean => length.startsWith("?");

/** `a vector of n`, `m x n`, `a number`: a size in words. */
export function sizeWords({ rows, columns }: Size): string {
  if ([...rows, ...columns].some(isOpen)) {
    return columns.length === 0 ? "a vector" : rows.length === 0 ? "a row" : "a matrix";
  }
  if (columns.length === 0) return rows.length === 0 ? "a number" : `a vector of ${axisText(rows)}`;
  return rows.length === 0
    ? `a row of ${axisText(columns)}`
    : `${axisText(rows)} x ${axisText(columns)}`;
}

const axisText = (axis: Axis): string => axis.join("*") || "1";
