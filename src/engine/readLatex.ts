import { readAll } from "../derive/assumptions/readAll.js";
import { noDefinitions } from "../derive/definitions/definitions.js";
import { readSide } from "../derive/notation/written.js";
import { vocabularyAbove } from "../derive/steps/vocabularyAbove.js";
import { isTex, type Tex } from "../derive/tex/tex.js";
import { refuseKind } from "../num/check.js";
import type { ProveOptions } from "./claim.js";
import { type Parsed, read } from "./parse.js";

/**
 * Reads LaTeX that is one expression or statement, as docs/latex.md describes it. Assumptions say what its letters are where
 * that leaves two readings.
 *
 *     parseLatex(String.raw`\frac{1}{N} \sum_{n=1}^{N} x_n`).text   // "1/N*sum(x[n], n, 1, N)"
 *
 * @throws DerivationError for what is not read: the place, and what to write
 */
export function parseLatex(latex: string | Tex, options: ProveOptions = {}): Parsed {
  const text = isTex(latex) ? latex.tex : latex;
  if (typeof text !== "string") refuseKind("parseLatex", "latex", "be a text", latex);
  const ground = {
    definitions: noDefinitions(),
    assumptions: readAll(options.assumptions ?? []),
  };
  return read(() => readSide({ tex: text }, vocabularyAbove([], undefined, ground)));
}
