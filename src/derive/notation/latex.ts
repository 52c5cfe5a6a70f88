import type { Expr } from "../tree/expression.js";
import { write } from "../tex/write/write.js";
import { vocabularyOf, type Vocabulary } from "../tex/reading/vocabulary.js";
import { shown } from "../tex/write/notation.js";

/**
 * LaTeX of an expression in the notes' notation, with the symbols of NOTATION.md. What `readTex` makes of it, with the
 * same names known, is the same tree again.
 *
 * @param vocabulary the names that are known where it is read; those of the expression itself if absent
 */
export function expressionLatex(expr: Expr, vocabulary: Vocabulary = vocabularyOf([expr])): string {
  return write(shown(expr), "whole", { vocabulary, bound: [] });
}
