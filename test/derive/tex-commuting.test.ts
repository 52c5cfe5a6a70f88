import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, tex } from "../../src/index.js";

const test = suite("derive: capitals in LaTeX that may be matrices");

/** The grade of a display, or why it is refused. */
function graded(latex: string, ...assumptions: string[]): string {
  try {
    const chain = tex(Object.assign([latex], { raw: [latex] }));
    return derivation("a.step", assumptions).chain(chain).toJSON().grade;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

test("capitals in another order are refused, in powers, repeats and exponents too", () => {
  const displays = [
    "AB = BA",
    "(AB)^2 = A^2B^2",
    "(AB)^n = A^nB^n",
    "ABA = A^2B",
    "ABAB = B^2A^2",
    "A(B + C) = BA + CA",
    "(A - B)(A + B) = A^2 - B^2",
    "(A - B)(A + B) = A^2 + AB + BA - B^2",
    "e^{A+B} = e^A e^B",
    "e^A e^B = e^B e^A",
    "e^A B e^{-A} = B",
    "e^{2A+B} = e^A e^B e^A",
    String.raw`\frac{1}{2}(AB + BA) = AB`,
  ];
  for (const latex of displays)
    assert.match(graded(latex), /^refused: .*are one for numbers and may be two/s, latex);
});

test("the refusal shows both products and says what to assume", () => {
  assert.match(graded("ABA = A^2B"), /products A B A and A A B .*`A real`, `B real`/s);
  assert.match(graded("e^A B = B e^A"), /products exp\(A\) B and B exp\(A\)/);
});

test("what holds in whatever order capitals are multiplied is proved", () => {
  const displays = [
    "(AB)^2 = ABAB",
    "(A + B)^2 = A^2 + AB + BA + B^2",
    "(A - B)(A + B) = A^2 + AB - BA - B^2",
    "A(BA)^2 = (AB)^2A",
    "(xA)(yB) = xyAB",
    "A(B + C)D = ABD + ACD",
  ];
  for (const latex of displays) assert.is(graded(latex), "proved", latex);
});

test("what is said to be a number, or can only be one, commutes", () => {
  for (const latex of ["(AB)^2 = A^2B^2", "ABA = A^2B", "e^{A+B} = e^A e^B"])
    assert.is(graded(latex, "A real", "B real"), "proved", latex);
  assert.is(graded(String.raw`\frac{TP}{TP + FP} + \frac{FP}{TP + FP} = 1`), "proved-if");
  assert.is(graded("xyx = x^2y"), "proved");
});

test("what follows from a product of capitals must keep it", () => {
  const open = [
    String.raw`A^2 = 0 \implies A = 0`,
    String.raw`AB = AC \implies B = C`,
    String.raw`AB = 0 \implies 3BA = 0`,
  ];
  for (const latex of open) assert.match(graded(latex), /^refused: .*for matrices/s, latex);
  assert.match(graded(open[0]), /with the product A A may not follow for matrices/);
  assert.is(graded(open[0], "A real"), "proved");
  assert.is(graded(String.raw`AB = C \implies AB + D = C + D`), "proved");
  assert.is(graded(String.raw`V = IR \implies I = \frac{V}{R}`), "proved-if");
});

test.run();
