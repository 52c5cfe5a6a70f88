import type { Expr } from "../../tree/expression.js";
import { expressionText } from "../../tree/text.js";
import { type Axis, type Lengths, Misfit, type Size, sizeWords } from "./sizes.js";

/** A part of a claim with its size; undefined where it may have any. */
export interface Part {
  expr: Expr;
  size?: Size;
}

const text = (expr: Expr): string => expressionText(expr, 3);

/** Whether sizes fit, with what to say where they do not. */
export class Fitting {
  constructor(readonly lengths: Lengths) {}

  /** The size of a product. @throws Misfit */
  times(one: Part, other: Part): Size | undefined {
    if (!one.size || !other.size) return undefined;
    const [a, b] = [this.now(one.size), this.now(other.size)];
    if (isSingle(a)) return b;
    if (isSingle(b)) return a;
    if (this.agree(a.columns, b.rows)) return { rows: a.rows, columns: b.columns };
    const cure =
      a.columns.length === 0 && b.columns.length === 0
        ? `write transpose(${text(one.expr)})*${text(other.expr)} for the inner product, hadamard(…) for the product by entries`
        : "the columns of the first are to be as many as the rows of the second";
    throw new Misfit(
      `${this.words([one, other])}: they cannot be multiplied in this order; ${cure}`,
    );
  }

  /** The size that all of them have. @throws Misfit */
  alike(all: readonly (readonly [Expr, Size | undefined])[], so: string): Size | undefined {
    const sized = all.flatMap(([expr, size]) => (size ? [{ expr, size }] : []));
    const [first, ...others] = sized;
    if (!first) return undefined;
    for (const other of others) {
      if (!this.#isOneSize(first.size, other.size))
        throw new Misfit(`${this.words([first, other])}: ${so}`);
    }
    return first.size;
  }

  /** Whether two sizes are one. A matrix of open size is no number because it stands beside one. */
  #isOneSize(one: Size, other: Size): boolean {
    if (isSingle(this.now(one)) !== isSingle(this.now(other))) return false;
    return this.agree(one.rows, other.rows) && this.agree(one.columns, other.columns);
  }

  /** @throws Misfit for what has not as many rows as columns */
  square(expr: Expr, size: Size, so: string): Size {
    if (this.agree(size.rows, size.columns)) return size;
    throw new Misfit(`${this.words([{ expr, size }])} and not square: ${so}`);
  }

  /** @throws Misfit for what is no number */
  number(expr: Expr, size: Size, so: string): void {
    if (!isSingle(this.now(size))) throw new Misfit(`${this.words([{ expr, size }])}: ${so}`);
  }

  /** Whether two sides may be equally long. */
  agree(one: Axis, other: Axis): boolean {
    return this.lengths.agree(one, other) !== false;
  }

  /** A size as far as it is known. */
  now(size: Size): Size {
    return this.lengths.of(size);
  }

  /** Parts with their sizes, in words. */
  words(all: readonly { expr: Expr; size?: Size }[]): string {
    return all.map(({ expr, size }) => `${text(expr)} is ${sizeWords(this.now(size!))}`).join(", ");
  }
}

/** Whether a size is that of a number. */
export const isSingle = ({ rows, columns }: Size): boolean =>
  rows.length === 0 && columns.length === 0;
