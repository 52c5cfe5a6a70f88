import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, tex } from "../../src/index.js";
import { expressionLatex } from "../../src/derive/notation/latex.js";
import { expressionText } from "../../src/derive/tree/text.js";
import { sameShown } from "../../src/derive/tex/write/notation.js";
import { readTexChain } from "../../src/derive/tex/readTex.js";
import { vocabularyOf } from "../../src/derive/tex/reading/vocabulary.js";

const test = suite("derive: LaTeX as people write it");

const page = readFileSync("docs/latex.md", "utf8");
const rows = [...page.matchAll(/^\| `([^`]*)` \| `[^`]*` \|$/gm)].map(([, latex]) =>
  latex.replaceAll("\\|", "|"),
);

test("every row of docs/latex.md is written back as LaTeX that reads as the same tree", () => {
  assert.ok(rows.length > 55, `${rows.length} rows`);
  for (const latex of rows) {
    for (const side of readTexChain(latex).sides) {
      const written = expressionLatex(side);
      const again = readTexChain(written, vocabularyOf([side])).sides[0];
      assert.ok(sameShown(again, side), `${latex}\n  ${written}\n  ${expressionText(again)}`);
    }
  }
});

/** The grade of a display of one chain, and the reason of its step. */
function graded(latex: string, ...assumptions: string[]): string {
  const steps = derivation("a.step", assumptions).chain(
    tex(Object.assign([latex], { raw: [latex] })),
  );
  const { grade, reason } = steps.toJSON().steps.at(-1)!;
  return reason === undefined ? grade : `${grade}: ${reason}`;
}

const neighbours: [right: string, wrong: string, ...assumptions: string[]][] = [
  [String.raw`{n \choose 2} = \frac{n(n-1)}{2}`, String.raw`{n \choose 2} = \frac{n(n+1)}{2}`],
  [String.raw`(pz)^\frac{1}{2} = \sqrt{pz}`, String.raw`(pz)^\frac{1}{2} = pz`, "p > 0", "z > 0"],
  [String.raw`\frac{3!}{2!1!} = 3`, String.raw`\frac{3!}{2!2!} = 3`],
  [
    String.raw`\int_0^{+\infty} e^{-ax} \,dx = \frac{1}{a}`,
    String.raw`\int_0^{+\infty} e^{-ax} \,dx = a`,
    "a > 0",
    "a != 1",
  ],
  [String.raw`\int_1^a \frac{dx}{x} = \ln a`, String.raw`\int_1^a \frac{dx}{x} = \ln 2a`, "a > 1"],
  [
    String.raw`\mu \left[ \sqrt{2} + 1 \right] = \mu + \sqrt{2} \mu`,
    String.raw`\mu \left[ \sqrt{2} + 1 \right] = \mu + \sqrt{2}`,
  ],
  [
    String.raw`\frac{d}{dx} x^2 (1-x)^3 = 2x(1-x)^3 - 3x^2(1-x)^2`,
    String.raw`\frac{d}{dx} x^2 (1-x)^3 = 2x(1-x)^3`,
  ],
  [String.raw`\sec^2 x \cdot \cos^2 x = 1`, String.raw`\sec^2 x \cdot \cos^2 x = 2`, "cos(x) > 0"],
];

test("true displays are proved and their false neighbours refuted", () => {
  for (const [right, wrong, ...assumptions] of neighbours) {
    assert.match(graded(right, ...assumptions), /^proved/, right);
    assert.match(graded(wrong, ...assumptions), /^refuted/, wrong);
  }
});

test("what is read as any function or as a vector is never refuted, and proved where it holds for all", () => {
  assert.match(graded(String.raw`2f(x) + f(x) = 3f(x)`), /^proved/);
  assert.match(graded(String.raw`\Gamma(a+b) = \Gamma(a) + \Gamma(b)`), /^refuted/);
  assert.match(graded(String.raw`T(2n) = 2T(n)`), /^unknown/);
  assert.match(graded(String.raw`\mathbf{x} + 2\mathbf{x} = 3\mathbf{x}`), /^proved/);
  assert.match(graded(String.raw`\mathbf{x} + \mathbf{y} = \mathbf{x}`), /^unknown/);
  assert.match(graded(String.raw`\mathbf{A}\mathbf{B} = \mathbf{B}\mathbf{A}`), /^unknown/);
  assert.match(graded(String.raw`x^* = 2`), /^unknown/);
});

test("primes of a defined function are its derivatives", () => {
  const square = derivation("a.prime").define("f(x)", "x^2", "as an example");
  const grade = (latex: string) =>
    square
      .chain(tex(Object.assign([latex], { raw: [latex] })))
      .toJSON()
      .steps.at(-1)!.grade;
  assert.is(grade("f'(x) = 2x"), "proved");
  assert.is(grade("f''(t) = 2"), "proved");
  assert.is(grade("f'(x) = 3x"), "refuted");
  assert.match(graded("f'(x) = 2x"), /^unknown/);
});

test("what has no meaning yet is shown as it was written and left open by its name", () => {
  for (const [latex, name] of [
    [String.raw`\|2x\| = 2\|x\|`, "a norm"],
    [String.raw`\limsup_{n \to \infty} x_n = 0`, "an upper or a lower limit"],
    [String.raw`\int u \,dv = uv - \int v \,du`, "an indefinite integral"],
    [String.raw`(AB)^\top = A^\top B^\top`, "a transpose"],
    [String.raw`\operatorname{tr}(AB) = \operatorname{tr}(A)`, "a trace"],
    [String.raw`\nabla_x f = 0`, "a gradient"],
    [String.raw`\sum_x p(x) = 1`, "a sum over values"],
    [String.raw`P(A \cup B) = P(A)`, "an event"],
    [String.raw`\mathbb{E}_{x \sim p}[x] = 0`, "an expectation"],
  ]) {
    assert.ok(graded(latex).startsWith(`unknown: ${name}`), `${latex}: ${graded(latex)}`);
  }
});

test.run();
