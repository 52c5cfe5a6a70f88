import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Derivation } from "../../src/derive/derivation/derivation.js";

const test = suite("derive: LaTeX that is proved for what its letters are taken to be");

const stepsOf = (latex: string, assumptions: string[] = []) =>
  new Derivation("a.b", assumptions).chain({ tex: latex }).toJSON().steps;

const openIn = (latex: string): string[] =>
  stepsOf(latex).flatMap(({ grade, conditions }) => {
    assert.equal(grade, "proved-if", latex);
    return conditions.filter(({ metBy }) => !metBy).map(({ text }) => text);
  });

test("that a letter before parentheses is a number is a condition of what is proved so", () => {
  assert.equal(openIn(String.raw`k(a - b) + k(b - c) = k(a - c)`), ["k real"]);
  assert.equal(
    openIn(String.raw`\frac{d}{da}\left(m_1(-a-g)^2 + m_2(a-g)^2\right) = 2m_1(a+g)+2m_2(a-g)`),
    ["m1 real", "m2 real"],
  );
  assert.equal(openIn(String.raw`\alpha_i(x - y) + \alpha_i(y - z) = \alpha_i(x - z)`), [
    "alpha family",
  ]);
});

test("what is not proved as a product is refused as before", () => {
  for (const latex of [
    "c(a + b) = d",
    "k(a - b) + k(b - c) = k(a + c)",
    "f(a - b) + f(b - c) = f(a - c)",
    "E(a - b) + E(b - c) = E(a - c)",
  ])
    assert.throws(() => stepsOf(latex), /may be a function or a product/, latex);
});

test("a capital to the power of -1 before parentheses is a matrix where the rest speaks of matrices", () => {
  const open = openIn(
    String.raw`\mathrm{tr}\left(V^{-1}(X-M)^\mathrm{T} U^{-1}(X-M)\right) = \mathrm{tr}\left((X-M)^\mathrm{T} U^{-1}(X-M) V^{-1}\right)`,
  );
  assert.ok(open[0].includes("V is a matrix") && open.includes("U is invertible"), open.join());
  assert.throws(
    () =>
      stepsOf(
        String.raw`\mathrm{tr}\left(V^{-1}(X-M)^\mathrm{T} U^{-1}(X-M)\right) = \mathrm{tr}\left((X-M)^\mathrm{T} U(X-M) V\right)`,
      ),
    /may be a function or a product/,
  );
});

test("what stands in a norm or an inner product is a vector as a condition, gradients too", () => {
  assert.equal(openIn(String.raw`\|x - y\|^2 = \|x\|^2 - 2 \langle x, y\rangle + \|y\|^2`), [
    "x is a vector, y is a vector, of sizes that fit",
  ]);
  assert.equal(
    openIn(
      String.raw`\|x_t - \eta \nabla f(x_t) - x^*\|^2 = \|x_t - x^*\|^2 - 2\eta \langle \nabla f(x_t), x_t - x^*\rangle + \eta^2\|\nabla f(x_t)\|^2`,
    ),
    [
      "x_t is a vector, gradient(f(x_t)) is a vector, xstar is a vector, eta is a number, of sizes that fit",
    ],
  );
  for (const latex of [
    String.raw`\|x - y\|^2 = \|x\|^2 + \|y\|^2`,
    String.raw`\|x_t - \eta g_t\|^2 = \|x_t\|^2 - \eta g_t^\top x_t + \eta^2\|g_t\|^2`,
    // Each x_t is another one.
    String.raw`\sum_{t=1}^{n} \|x_t\|^2 = n \|x_t\|^2`,
  ])
    assert.equal(
      stepsOf(latex).map(({ grade }) => grade),
      ["unknown"],
      latex,
    );
});

test("Theta, Omega and o state an order where they are a side of their own", () => {
  const gradeOf = (latex: string) => stepsOf(latex, ["n integer >= 2"])[0].grade;
  assert.equal(gradeOf(String.raw`n^2 + n = \Theta(n^2)`), "proved");
  assert.equal(gradeOf(String.raw`n^2 + n = \Omega(n^3)`), "refuted");
  assert.equal(gradeOf(String.raw`n \log n = o(n^2)`), "proved");
  assert.throws(() => stepsOf(String.raw`n^2 + 1 = \Theta(n^2) + 1`), /is an order of growth/);
});

test("an order of growth of lg is told for every base, where the base is a factor", () => {
  const gradeOf = (latex: string) => stepsOf(latex, ["n integer >= 2"])[0].grade;
  assert.equal(gradeOf(String.raw`\lg(n!) = \Theta(n\lg n)`), "proved");
  assert.equal(gradeOf(String.raw`n \lg n + n = \Theta(n\lg n)`), "proved");
  assert.equal(gradeOf(String.raw`\lg n = \Theta(n)`), "refuted");
  // 2^(lg n) is n for the base 2 alone.
  assert.equal(gradeOf(String.raw`2^{\lg n} = O(n)`), "unknown");
  assert.equal(gradeOf(String.raw`\lg n - \log n = O(1)`), "unknown");
});

test.run();
