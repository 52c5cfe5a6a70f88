import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/num/index.js";
import { derivation, tex } from "../../src/index.js";
import { expressionText } from "../../src/derive/tree/text.js";
import { readTexChain } from "../../src/derive/tex/readTex.js";

const test = suite("derive: what dots leave out, and signs that define");

const read = (latex: string): string => {
  try {
    return expressionText(readTexChain(latex).sides[0]);
  } catch (error) {
    return (error as Error).message;
  }
};

const chained = (latex: string, ...assumptions: string[]) =>
  derivation("a.step", assumptions).chain(tex(Object.assign([latex], { raw: [latex] })));

test("dots are read where the written terms determine the others", () => {
  for (const [latex, expected] of [
    [String.raw`1 + 2 + \cdots + n`, "sum(k, k, 1, n)"],
    [String.raw`2 + 4 + \cdots + 2n`, "sum(2*k, k, 1, n)"],
    [String.raw`1 + 3 + 5 + \dots + (2n-1)`, "sum(2*k - 1, k, 1, n)"],
    [String.raw`1^2 + 2^2 + \ldots + n^2`, "sum(k^2, k, 1, n)"],
    [String.raw`1 + 2 + 4 + \cdots + 2^{n-1}`, "sum(2^k, k, 0, n - 1)"],
    [String.raw`1 + \frac12 + \frac13 + \dots + \frac1n`, "sum(1/k, k, 1, n)"],
    [
      String.raw`\frac{1}{1 \cdot 2} + \frac{1}{2 \cdot 3} + \dots + \frac{1}{n(n+1)}`,
      "sum(1/(k*(k + 1)), k, 1, n)",
    ],
    [String.raw`a_0 + a_1 x + a_2 x^2 + \dots + a_n x^n`, "sum(a[k]*x^k, k, 0, n)"],
    [String.raw`1 + 2x + 3x^2 + \dots + nx^{n-1}`, "sum(k*x^(k - 1), k, 1, n)"],
    [String.raw`f(x_1) + \dots + f(x_n)`, "sum(f(x[k]), k, 1, n)"],
    [String.raw`x_1 + \dots + x_N`, "sum(x[k], k, 1, N)"],
    [String.raw`w_1 x_1 + w_2 x_2 + \dots + w_d x_d`, "sum(w[k]*x[k], k, 1, d)"],
    [String.raw`1 + 2 + 3 + \dots + 100`, "sum(k, k, 1, 100)"],
    [String.raw`1 + 2 + \dots + n + (n+1)`, "sum(k, k, 1, n) + (n + 1)"],
    [String.raw`k + 2k + \dots + nk`, "sum(i*k, i, 1, n)"],
    [String.raw`1 \cdot 2 \cdots n`, "prod(k, k, 1, n)"],
    [String.raw`1 \times 2 \times \dots \times n`, "prod(k, k, 1, n)"],
    [String.raw`e^{x_1} e^{x_2} \cdots e^{x_n}`, "prod(exp(x[k]), k, 1, n)"],
  ]) {
    assert.is(read(latex), expected, latex);
  }
});

test("where they do not, or no last term stands there, they are refused", () => {
  for (const latex of [
    String.raw`1 + \dots + n`,
    String.raw`1 + 2 + 5 + \dots + n`,
    String.raw`1 + 2 + 4 + \dots + 64`,
    String.raw`1 + 2 + \dots + 64`,
    String.raw`1 + 3 + \dots + 2n`,
    String.raw`1 + 2 + \dots + n^2`,
    String.raw`x_1 + x_3 + \dots + x_n`,
    String.raw`x_1 y_1 + x_2 y_3 + \dots + x_n y_n`,
    String.raw`c + x_1 + x_2 + \dots + x_n`,
    String.raw`2 a_1 a_2 \cdots a_n`,
    String.raw`n(n-1) \cdots 1`,
    String.raw`1 + x + x^2 + \cdots`,
    String.raw`a_1 a_2 \cdots`,
  ]) {
    assert.match(read(latex), /written terms do not|no single last term|expected/, latex);
  }
});

test("sums of arithmetic and geometric progressions have the terms that are written", () => {
  const source = random(12);
  const whole = (below: number) => Math.floor(source.uniform() * below);
  for (let i = 0; i < 200; i++) {
    const [from, step] = [whole(9), 1 + whole(9)];
    const written = [0, 1, 2].map((k) => from + k * step);
    const end = 4 + whole(20);
    const total = Array.from({ length: end }, (_, k) => from + k * step).reduce((a, b) => a + b);
    const latex = String.raw`${written.join(" + ")} + \dots + ${from + (end - 1) * step} = ${total}`;
    const { steps } = chained(latex).toJSON();
    assert.is(steps[0].grade, "proved", `${latex}: ${steps[0].lhs}`);
    assert.is(chained(latex.replace(/= \d+/, `= ${total + 1}`)).grade, "refuted", latex);
  }
});

test("dots say that their range is not empty, where nothing else says how long it is", () => {
  const [step] = chained(String.raw`1 + 2 + \dots + n \ge 1`).toJSON().steps;
  assert.equal(step.provided, ["n >= 1"]);
  assert.is.not(step.grade, "refuted");
  const [known] = chained(
    String.raw`1 + 2 + \dots + n = \frac{n(n+1)}{2}`,
    "n integer >= 1",
  ).toJSON().steps;
  assert.equal([known.grade, known.provided], ["proved", undefined]);
});

test(":= defines, as define() does, and the chain goes on from its right side", () => {
  const { steps } = chained(String.raw`f(x) := x^2 + x = x(x + 1)`).toJSON();
  assert.equal(
    steps.map(({ lhs, rhs, grade }) => [lhs, rhs, grade]),
    [
      ["f(x)", "x^2 + x", "assumed"],
      ["x^2 + x", "x*(x + 1)", "proved"],
    ],
  );
  const square = chained(String.raw`f(x) \coloneqq x^2`);
  const grade = (latex: string) =>
    square
      .chain(tex(Object.assign([latex], { raw: [latex] })))
      .toJSON()
      .steps.at(-1)!.grade;
  assert.is(grade("f(3) = 9"), "proved");
  assert.is(grade("f(3) = 8"), "refuted");
});

test("a definition that is not one alone is refused", () => {
  for (const [latex, why] of [
    ["a = b := c", "begin with it"],
    [String.raw`a := 2 \text{ for } x > 0`, "a definition beside a condition"],
    [String.raw`x^2 = 4 \iff a := 2`, "a definition beside a condition"],
    ["2 := 3", "the left side must be a name"],
    [String.raw`f(x) \equiv 0`, "may define"],
    [String.raw`a \stackrel{?}{=} b`, "write the relation alone"],
  ]) {
    let message = "it was read";
    try {
      chained(latex);
    } catch (error) {
      ({ message } = error as Error);
    }
    assert.ok(message.includes(why), `${latex}: ${message}`);
  }
  assert.is(chained(String.raw`(a+b)^2 \equiv a^2 + 2ab + b^2`).grade, "proved");
  assert.is(chained(String.raw`(a+b)^2 \overset{(a)}{=} a^2 + b^2`).grade, "refuted");
});

test("a line that ends with its relation goes on in the next one", () => {
  assert.is(
    chained(String.raw`\begin{multline} a + a + b = \\ 2a + b \end{multline}`).grade,
    "proved",
  );
  assert.is(
    chained(String.raw`\begin{eqnarray} a + a &=& 2a \\ &=& 3a \end{eqnarray}`).grade,
    "refuted",
  );
});

test("a mean of a family is no family of its own", () => {
  assert.is(chained(String.raw`\overline{X}_n = \frac{1}{n} \sum_{i=1}^{n} X_i`).grade, "unknown");
});

test.run();
