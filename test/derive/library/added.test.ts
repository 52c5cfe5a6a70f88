import { suite } from "uvu";
import * as assert from "uvu/assert";
import { call, symbol } from "../../../src/derive/tree/expression.js";
import { expressionLatex } from "../../../src/derive/notation/latex.js";
import { library } from "../../../src/derive/library/library.js";
import { functions } from "../../../src/derive/oracle/evaluate/functions.js";
import { parse } from "../../../src/derive/read/parse.js";
import { readTex } from "../../../src/derive/tex/readTex.js";
import { contentsOf } from "../soundness/contents.js";
import { libraryFragment } from "../soundness/fragments/library.js";
import { exprel } from "./exprel.js";
import { exprel as secondExprel } from "./exprelAgain.js";
import { gradeOf } from "./gradeOf.js";
import { functionsPage } from "./page.js";

const test = suite("derive: a function that is added");

function withExprel(work: () => void): void {
  library.set("exprel", exprel);
  functions.exprel = [1, secondExprel];
  try {
    work();
  } finally {
    library.delete("exprel");
    delete functions.exprel;
  }
}

test("is read, differentiated, bounded and refuted by its file alone", () => {
  withExprel(() => {
    const grades = exprel.examples.map((example) => [example.claim, gradeOf(example)]);
    assert.equal(
      grades,
      exprel.examples.map(({ claim, grade }) => [claim, grade]),
    );
  });
  const derivative = exprel.examples.find(({ claim }) => claim.startsWith("D("))!;
  assert.is(gradeOf(derivative), "unknown", "before it was added");
});
test("is no quantity, in plain text and in LaTeX: `exprel x` is no product", () => {
  assert.is(parse("exprel x + 1").kind, "add");
  withExprel(() => {
    assert.throws(() => parse("exprel x + 1"), /exprel is a function: write exprel\(x\)/);
    assert.throws(() => parse("2*exprel"), /exprel is a function: write exprel\(x\)/);
    assert.throws(
      () => readTex(String.raw`y = 1 \text{exprel}`),
      /exprel in text is the name of a function/,
    );
  });
});
test("is read and written in LaTeX", () => {
  withExprel(() => {
    const tree = call("exprel", symbol("x"));
    const text = expressionLatex(tree);
    assert.is(text, "\\operatorname{exprel}(x)");
    assert.equal(readTex(`${text} = 1`).statements[0].sides[0][0][0].sides[0], tree);
  });
});
test("is in the documentation", () => {
  assert.not.match(functionsPage(), /^\| `exprel/m);
  withExprel(() => {
    const page = functionsPage();
    assert.match(
      page,
      /`exprel\(x\)` +\| \(exp\(x\) - 1\)\/x, and 1 at 0 +\| everywhere; a derivative if/,
    );
    assert.match(page, /`0 < exprel\(x\)` +\| +\| proved/);
  });
});
test("is in the search for wrong verdicts", () => {
  const contents = () => contentsOf(libraryFragment, 400, 7);
  assert.not.ok(contents().has("exprel"));
  withExprel(() => assert.ok(contents().has("exprel")));
});

test.run();
