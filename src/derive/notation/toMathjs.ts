import { createRequire } from "node:module";
import type { MathNode } from "mathjs";
import { parse } from "../read/parse.js";
import { sideOf } from "./relation.js";

let parseText: ((text: string) => MathNode) | undefined;

/**
 * An expression, or a statement, as mathjs's syntax tree with exact fractions. mathjs is loaded by the first call.
 *
 * @param text in the syntax of derivations, such as a side of a step
 * @throws DerivationError if it cannot be read; mathjs's SyntaxError for an event such as `p(C=1)`, which it has not
 */
export function toMathjs(text: string): MathNode {
  if (!parseText) {
    // The whole of it, so that the tree can be evaluated.
    const require = createRequire(import.meta.url);
    const { create, all } = require("mathjs") as typeof import("mathjs");
    const math = create(all, { number: "Fraction" });
    parseText = (source) => math.parse(source);
  }
  // Written anew, since mathjs reads no exponent of ten into a fraction and `=` as an assignment.
  const { text: plain } = sideOf(parse(text));
  return parseText(plain.replace(/(?<![<>!])=/g, "=="));
}
