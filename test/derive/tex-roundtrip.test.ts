import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/num/random.js";
import { expressionLatex } from "../../src/derive/notation/latex.js";
import { DerivationError } from "../../src/derive/tree/errors.js";
import { type Expr, parts, symbol, withParts } from "../../src/derive/tree/expression.js";
import { expressionText } from "../../src/derive/tree/text.js";
import { sameShown } from "../../src/derive/tex/write/notation.js";
import { readTexChain } from "../../src/derive/tex/readTex.js";
import { vocabularyOf } from "../../src/derive/tex/reading/vocabulary.js";
import { randomExpression } from "./randomExpression.js";

const test = suite("derive: LaTeX, there and back");

const readBack = (expr: Expr): Expr =>
  readTexChain(expressionLatex(expr), vocabularyOf([expr])).sides[0];

test("what is written is read back as the same tree, over 3000 expressions", () => {
  const source = random(2026);
  for (let i = 0; i < 3000; i++) {
    const expr = randomExpression(source, 1 + (i % 5));
    const at = `${i}: ${expressionText(expr)}\n  ${expressionLatex(expr)}`;
    try {
      assert.ok(sameShown(readBack(expr), expr), "another tree");
    } catch (error) {
      throw new Error(`${at}\n  ${(error as Error).message}`);
    }
  }
});

/** An expression in which every name and entry is the same one. */
function skeleton(expr: Expr): Expr {
  if (expr.kind === "symbol" || expr.kind === "index") return symbol("s");
  const own = parts(expr);
  return own.length ? withParts(expr, own.map(skeleton)) : expr;
}

test("with no names known it is refused, or differs in names only", () => {
  const source = random(1729);
  let read = 0;
  for (let i = 0; i < 2000; i++) {
    const expr = randomExpression(source, 1 + (i % 4));
    const latex = expressionLatex(expr);
    let again: Expr;
    try {
      again = readTexChain(latex).sides[0];
    } catch (error) {
      if (error instanceof DerivationError) continue;
      throw error;
    }
    read++;
    assert.ok(sameShown(skeleton(again), skeleton(expr)), `${i}: ${latex}`);
  }
  assert.ok(read > 1850, `${read} of 2000 are read`);
});

test.run();
