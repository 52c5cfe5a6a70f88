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

test("the square of sigma is no logistic function, that of its root where this stands beside it, and nowhere below 0", () => {
  assert.match(graded(String.raw`\sigma^2(X) = a`), /^refused: .*function or a product/s);
  assert.is(graded(String.raw`\sigma_i^2 = \sigma_i\sigma_i`), "proved");
  assert.is(graded(String.raw`\sigma^2 + \sigma = \sigma \cdot (\sigma + 1)`), "proved");
  assert.is(graded(String.raw`\sigma^2 = \sigma`), "refuted");
  assert.match(graded(String.raw`\sigma^2 = \sigma`, "sigma2 > 0"), /^refused: .*two names/s);
  assert.is(graded(String.raw`\sigma_i^2 = 2\sigma_i`), "refuted");
  assert.is(graded(String.raw`\sigma^2 (a + b) = \sigma^2 a + \sigma^2 b`), "proved");
  assert.is(graded(String.raw`\sigma^2 \ge 0`), "unknown");
  assert.is(graded(String.raw`\sigma^2 \ge 0`, "sigma2 > 1"), "proved");
  for (const latex of [`\\sigma^2 \\ge 1`, `\\sigma^2 = \\tau`, `\\sigma_i^2 = 2\\sigma_i^2`])
    assert.is(graded(latex), "refuted", latex);
});

test("a word in \\text before parentheses is a function, and its argument is not claimed alone", () => {
  for (const latex of [
    String.raw`\text{cost}(x) = 1`,
    String.raw`1 = \text{cost}(x)`,
    String.raw`x + \text{cost}(x) = x`,
    String.raw`\text{foo}\left(x\right)^2 = x^2`,
  ])
    assert.is(graded(latex), "unknown", latex);
  assert.is(graded(String.raw`\text{we obtain } (x + 1)^2 = x^2 + 2x + 1`), "proved");
});

test("a letter with a bar beside its sample, and a letter with a variable below it, refute nothing", () => {
  const [mean, slopes] = [String.raw`\bar{x} = \frac12(x_1 + x_2)`, "f_x g = f g_x"];
  for (const latex of [mean, slopes, "f_x = 2f"]) assert.is(graded(latex), "unknown", latex);
  assert.is(graded(mean, "xbar real"), "refuted");
  assert.is(graded(slopes, "f_x real", "g_x real"), "refuted");
  assert.is(graded(String.raw`\bar{x} = \bar{y}`), "refuted");
  assert.is(graded(String.raw`\bar{x} = x`), "refuted");
  assert.is(graded("f_c = 2f"), "refuted");
});

test("sigma of a capital may be a deviation, and sigma beside sigma(x) is one", () => {
  for (const latex of [`\\sigma(2X) = 2\\sigma(X)`, `\\sigma(-X) = 1 - \\sigma(X)`])
    assert.match(graded(latex), /^refused: .*of a random variable X, its deviation/s, latex);
  assert.match(graded(`\\sigma(x) = \\sigma x`), /^refused: .*is a deviation here/s);
  assert.is(graded(`\\sigma(-X) = 1 - \\sigma(X)`, "X real"), "proved");
  assert.is(graded(`\\operatorname{sigmoid}(-X) = 1 - \\operatorname{sigmoid}(X)`), "proved");
  assert.is(graded(`\\operatorname{sd}(2X) = 2\\operatorname{sd}(X)`), "unknown");
  assert.is(graded(`\\sigma(-x) = 1 - \\sigma(x)`), "proved");
});

test("x_{12} beside an entry of two indices is one, too", () => {
  const written = String.raw`\sum_{i=1}^{2} \sum_{j=1}^{2} w_{ij} = w_{11} + w_{12} + w_{21} + w_{22}`;
  assert.is(graded(written), "proved");
  assert.match(graded("x_{12} = x_{1,2}"), /the same expression: there is nothing to check/);
  assert.is(graded("x_{12} = x_{1,3}"), "refuted");
});

test("what is declared a function or a family is no quantity of the same name", () => {
  assert.is(claim("f(x)", "=", "f*x", "f function"), "unknown");
  assert.is(claim("x", "=", "x[1]", "x family"), "unknown");
  assert.is(claim("D(f, x)", "=", "D(f, x)*1", "f function"), "proved");
  const { reason } = gradeClaim(
    { id: "a", lhs: "f(x)", relation: "=", rhs: "f*x", assumptions: ["f function"] },
    () => 0,
  );
  assert.match(reason!, /stands without an argument: write f\(x\), or another letter/);
});

test("a chain of != is refused, since its ends may be equal", () => {
  const told = (lhs: string, ...assumptions: string[]) =>
    gradeClaim({ id: "a", lhs, relation: "=>", rhs: "x != z", assumptions }, () => 0);
  assert.match(told("x != y != z").reason!, /does not say whether its ends differ: write a != b/);
  assert.match(told("x != y", "a != b != c").reason!, /write a != b and b != c/);
  assert.is(told("a != c and c = z", "x = a and b != c", "b = z").grade, "proved");
  assert.is(told("x != y and y != z").grade, "refuted");
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
