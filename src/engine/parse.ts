import { type Side, sideOf } from "../derive/notation/relation.js";
import { parse as readTree } from "../derive/read/parse.js";
import { DerivationError, isNoAnswer, reasonOf } from "../derive/tree/errors.js";
import type { Expr } from "../derive/tree/expression.js";
import { constantNames, families, freeNames } from "../derive/tree/names.js";

/** An expression, or a statement such as `x = 1 or x = 2`, in each of its forms. */
export interface Parsed {
  /** As the engine holds it; numbers are exact. */
  tree: Expr;
  /** In plain text, as `parse` reads it; one text for one tree. */
  text: string;
  latex: string;
  /** The free names and the indexed families in it, sorted; not `pi` and `e`. */
  names: string[];
}

/**
 * Reads plain text: `2x + 1`, `sum(x[n], n, 1, N)/N`, `D(sin(x), x)`, `x < 1 or x > 2`. What is read is listed in
 * docs/expressions.md; LaTeX is read by `parseLatex`.
 *
 * @throws DerivationError for a text that cannot be read: what is expected, and the place
 */
export const parse = (text: string): Parsed => read(() => sideOf(readTree(text)));

/** What a reader gives, as it is handed out; a text that it gave up is one that cannot be read. */
export function read(reader: () => Side): Parsed {
  try {
    const { expr, text, latex } = reader();
    const names = [...freeNames(expr), ...families(expr)].filter(
      (name) => !constantNames.has(name),
    );
    return { tree: expr, text, latex, names: [...new Set(names)].sort() };
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    throw new DerivationError(`cannot read this expression: ${reasonOf(error)}`);
  }
}
