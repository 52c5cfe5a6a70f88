import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/num/random.js";
import { expressionLatex } from "../../src/derive/latex.js";
import type { Expr } from "../../src/derive/expression.js";
import { expressionText } from "../../src/derive/text.js";
import { sameShown } from "../../src/derive/tex/notation.js";
import { readTexExpression } from "../../src/derive/tex/readTex.js";
import { vocabularyOf } from "../../src/derive/tex/vocabulary.js";
import { randomExpression } from "./randomExpression.js";

const test = suite("derive: LaTeX, there and back");

const readBack = (expr: Expr): Expr =>
  readTexExpression(expressionLatex(expr), vocabularyOf([expr]));

test("what is written is read back as the same tree, over 6000 expressions", () => {
  const source = random(2026);
  for (let i = 0; i < 6000; i++) {
    const expr = randomExpression(source, 1 + (i % 5));
    const at = `${i}: ${expressionText(expr)}\n  ${expressionLatex(expr)}`;
    try {
      assert.ok(sameShown(readBack(expr), expr), "another tree");
    } catch (error) {
      throw new Error(`${at}\n  ${(error as Error).message}`);
    }
  }
});

test.run();
