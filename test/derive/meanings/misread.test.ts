import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { derivation, tex } from "../../../src/index.js";

const test = suite("derive: what a name or a word may be besides a number");

/** The grade of a display of one chain, or why it is refused. */
function graded(latex: string, ...assumptions: string[]): string {
  try {
    const chain = tex(Object.assign([latex], { raw: [latex] }));
    return derivation("a.step", assumptions).chain(chain).toJSON().steps.at(-1)!.grade;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

const claim = (lhs: string, relation: "=" | "<=", rhs: string, ...assumptions: string[]) =>
  gradeClaim({ id: "a", lhs, relation, rhs, assumptions }, () => 0).grade;

test("an operator without parentheses is no factor", () => {
  const displays = [
    String.raw`\mathrm{Var}\, aX = a \mathrm{Var} X`,
    String.raw`\mathbb{E} X^2 = X \mathbb{E} X`,
    String.raw`\mathrm{tr} A = A`,
  ];
  for (const latex of displays)
    assert.match(graded(latex), /^refused: .*its argument or a factor/s, latex);
  assert.match(graded(String.raw`\text{tr} A = 2A`), /^refused: .*name of a function/s);
  assert.is(graded(String.raw`\mathbb{E}[X]^2 = \mathbb{E}[X]\mathbb{E}[X]`), "proved");
});

test("the square of sigma is no logistic function, no name beside its root, and nowhere below 0", () => {
  assert.match(graded(String.raw`\sigma^2(X) = a`), /^refused: .*function or a product/s);
  assert.match(graded(String.raw`\sigma_i^2 = \sigma_i\sigma_i`), /^refused: .*two names/s);
  assert.is(graded(String.raw`\sigma^2 (a + b) = \sigma^2 a + \sigma^2 b`), "proved");
  assert.is(graded(String.raw`\sigma^2 \ge 0`), "unknown");
  assert.is(graded(String.raw`\sigma^2 \ge 0`, "sigma2 > 1"), "proved");
  for (const latex of [`\\sigma^2 \\ge 1`, `\\sigma^2 = \\tau`, `\\sigma_i^2 = 2\\sigma_i^2`])
    assert.is(graded(latex), "refuted", latex);
});

test("two primes beside one are its derivative", () => {
  assert.is(graded("x'' = x'^2"), "unknown");
  assert.is(graded("x'' = x'^2", "xprimeprime real"), "refuted");
});

test("marked capitals, capitals beside a matrix, and a vector in another order do not commute", () => {
  for (const latex of ["A^* A = A A^*", String.raw`\dot{A} A = A \dot{A}`])
    assert.match(graded(latex), /^refused: .*may be two for matrices/s, latex);
  assert.match(graded(String.raw`A\mathbf{x} = \mathbf{x}A`), /^refused: .*for matrices/s);
  assert.is(graded("A X = X A", "A matrix"), "unknown");
  assert.is(graded("A X = X A", "A matrix", "X real"), "proved");
  assert.is(graded(String.raw`\dot{v}^2 = 2`, "v vector"), "unknown");
  assert.is(claim("A_1*A", "=", "A*A_1", "A matrix"), "unknown");
  assert.is(claim("A*c", "=", "c*A", "A matrix"), "proved");
});

test("an index that is free keeps to its range", () => {
  assert.is(claim("k", "<=", "3", "k from 1 to 3"), "proved");
  assert.is(claim("k", "<=", "2", "k from 1 to 3"), "refuted");
  assert.is(claim("abs(k)", "=", "k", "k from 1 to n"), "proved");
  assert.is(claim("floor(k)", "=", "k", "k from 1 to n"), "proved");
  assert.is(claim("n", "<=", "0", "k from 1 to n"), "refuted");
});

test("lg has one base", () => {
  assert.is(claim("lg(8)", "=", "3", "lg base 2", "lg base 10"), "unknown");
  assert.is(claim("lg(8)", "=", "3", "lg base 2"), "proved");
});

test.run();
