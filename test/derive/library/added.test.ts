import { suite } from "uvu";
import * as assert from "uvu/assert";
import { call, number, over, subtract, symbol } from "../../../src/derive/tree/expression.js";
import { expressionLatex } from "../../../src/derive/notation/latex.js";
import type { FunctionDefinition } from "../../../src/derive/library/shared/definition.js";
import { library } from "../../../src/derive/library/library.js";
import { fraction } from "../../../src/derive/oracle/numbers/fraction.js";
import { functions } from "../../../src/derive/oracle/evaluate/functions.js";
import { readTex } from "../../../src/derive/tex/readTex.js";
import { contentsOf } from "../soundness/contents.js";
import { libraryFragment } from "../soundness/fragments/library.js";
import { gradeOf } from "./gradeOf.js";
import { functionsPage } from "./page.js";

const test = suite("derive: a function that is added");

/** The whole of what is written for one: its definition, and that of the second opinion. */
const sinc: FunctionDefinition = {
  name: "sinc",
  arity: 1,
  meaning: "sin(x)/x, and 1 at 0",
  value: (math, x) => (math.sign(x) === 0 ? math.exp(x) : math.div(math.sin(x), x)),
  partials: (x) => [over(subtract(call("cos", x), call("sinc", x)), x)],
  domain: (x) => [{ expr: x, inside: "nonzero" }],
  known: (value) => [{ expr: subtract(number(1n), value), relation: ">=" }],
  examples: [
    { claim: "sinc(0) = 1", grade: "proved" },
    { claim: "sinc(1/2) ≈ 0.95885", grade: "proved" },
    { claim: "D(sinc(x), x) = (cos(x) - sinc(x))/x", given: ["x != 0"], grade: "proved" },
    { claim: "D(sinc(x), x) = cos(x)/x", given: ["x != 0"], grade: "refuted" },
    { claim: "sinc(x) <= 1", grade: "proved" },
    { claim: "sinc(x) <= 9/10", grade: "refuted" },
    { claim: "3*sinc(x) - sinc(x) = 2*sinc(x)", grade: "proved" },
    { claim: "sinc(x)*x = cos(x)", grade: "refuted" },
  ],
};

function withSinc(work: () => void): void {
  library.set("sinc", sinc);
  functions.sinc = [
    1,
    (field, [x]) => (field.sign(x) === 0 ? field.of(fraction(1)) : field.div(field.sin(x), x)),
  ];
  try {
    work();
  } finally {
    library.delete("sinc");
    delete functions.sinc;
  }
}

test("is read, differentiated, bounded and refuted by its file alone", () => {
  withSinc(() => {
    const grades = sinc.examples.map((example) => [example.claim, gradeOf(example)]);
    assert.equal(
      grades,
      sinc.examples.map(({ claim, grade }) => [claim, grade]),
    );
  });
  const [, , derivative] = sinc.examples;
  assert.is(gradeOf(derivative), "unknown", "before it was added");
});
test("is read and written in LaTeX", () => {
  withSinc(() => {
    const tree = call("sinc", symbol("x"));
    const text = expressionLatex(tree);
    assert.is(text, "\\operatorname{sinc}(x)");
    assert.equal(readTex(`${text} = 1`).statements[0].sides[0][0][0].sides[0], tree);
  });
});
test("is in the documentation", () => {
  assert.not.match(functionsPage(), /sinc/);
  withSinc(() => {
    const page = functionsPage();
    assert.match(page, /`sinc\(x\)` +\| sin\(x\)\/x, and 1 at 0 +\| everywhere; a derivative if/);
    assert.match(page, /`sinc\(x\) <= 1` +\| +\| proved/);
  });
});
test("is in the search for wrong verdicts", () => {
  const contents = () => contentsOf(libraryFragment, 400, 7);
  assert.not.ok(contents().has("sinc"));
  withSinc(() => assert.ok(contents().has("sinc")));
});

test.run();
