import { DerivationError } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { parse } from "../read/parse.js";
import { sameShown } from "../tex/write/notation.js";
import { type Side, sideOf } from "./relation.js";

/**
 * LaTeX or a tree of mathjs is translated into plain text, and the tree that is graded is that of the text: so a stored text is what was
 * graded, to the last bracket.
 */
export function translated(expr: Expr, printed?: string): Side {
  const { text } = sideOf(expr, printed);
  const side = sideOf(parse(text), text);
  if (sameShown(side.expr, expr)) return side;
  throw new DerivationError(`\`${text}\` reads back as another expression; write it as plain text`);
}
