import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, tex } from "../../src/index.js";
import type { Step } from "../../src/record/types.js";

const test = suite("derive: derivatives, means and cases as notes write them");

const last = (latex: string): Step =>
  derivation("a.step")
    .chain(tex(Object.assign([latex], { raw: [latex] })))
    .toJSON()
    .steps.at(-1)!;

const refusal = (latex: string): string => {
  try {
    last(latex);
    return "it was read";
  } catch (error) {
    return (error as Error).message;
  }
};

test("a quotient of derivatives is read as one, and is the derivative of the one by the other", () => {
  const { lhs, rhs, grade } = last(String.raw`\frac{dy}{dx} = \frac{dy/dt}{dx/dt}`);
  assert.equal([lhs, rhs, grade], ["D(y, x)", "D(y, t)/D(x, t)", "proved-if"]);
  assert.is.not(last(String.raw`\frac{dy}{dx} = \frac{dx/dt}{dy/dt}`).grade, "proved-if");
});

test("primes of the logistic function are its derivatives, unless sigma is a deviation", () => {
  assert.is(last(String.raw`\sigma'(z) = \sigma(z)(1 - \sigma(z))`).grade, "proved");
  assert.is(last(String.raw`\sigma'(z) = \sigma(z)`).grade, "refuted");
  assert.is(last(String.raw`\sigma'(z) = \sigma^2`).lhs, "sigmaprime(z)");
});

test("functions whose names stand in text are read before parentheses", () => {
  assert.is(last(String.raw`\text{softplus}(x) = \log(1 + e^x)`).grade, "proved");
  assert.is(last(String.raw`\text{max}(0, x) = \operatorname{relu}(x)`).grade, "proved");
  assert.match(refusal(String.raw`x = y \text{max}`), /is the name of a function/);
});

test("a density that is named alone as an argument is no quantity by that", () => {
  const { rhs } = last(String.raw`H(p) = -\sum_x p(x) \log p(x)`);
  assert.is(rhs, "-sumOver(p(x)*log(p(x)), x)");
  assert.is(last("f(p) = p(1-p)").rhs, "p*(1 - p)");
  assert.match(refusal("g(f) = f(x) + f"), /may be a function or a product/);
});

test("nothing is concluded from means under a distribution, or unwritten names, yet", () => {
  for (const [latex, reason] of [
    [String.raw`\mathbb{E}_q[z] = z`, "an expectation under a distribution"],
    [String.raw`\mathbb{E}_q[f] = \mathbb{E}_p[f]`, "an expectation under a distribution"],
    [String.raw`(fg)' = f'g`, "a derivative by a name that is not written"],
  ]) {
    const { grade, reason: why = "" } = last(latex);
    assert.is(grade, "unknown", latex);
    assert.ok(why.startsWith(reason), `${latex}: ${why}`);
  }
});

test("a value by cases is looked at case by case", () => {
  const { grade, method } = last(
    String.raw`|x| = \begin{cases} x & x \ge 0 \\ -x & \text{else} \end{cases}`,
  );
  assert.equal(
    [grade, method],
    [
      "proved",
      "in the cases x >= 0; x < 0: both sides have the same normal form over the rationals",
    ],
  );
});

test("a condition in words is kept as it is said, and written with one if", () => {
  const { rhs, rhsLatex, grade } = last(
    String.raw`y = \begin{cases} 1 & \text{if x is even} \\ 0 & \text{else} \end{cases}`,
  );
  assert.equal([rhs, grade], ["cases(1, said(x_is_even), 0)", "unknown"]);
  assert.match(rhsLatex, /1 & \\text\{if \} \\text\{x is even\}/);
});

test("cases without a condition for each value are refused", () => {
  for (const [latex, why] of [
    [String.raw`y = \begin{cases} 1 & x > 0 \end{cases}`, "one case alone"],
    [String.raw`y = \begin{cases} 1 & x > 0 \\ 0 \end{cases}`, "a value, & and its condition"],
    [
      String.raw`y = \begin{cases} 1 & \text{else} \\ 0 & x > 0 \end{cases}`,
      "the last may have otherwise",
    ],
    [String.raw`y = \begin{cases} 1 & x \\ 0 & x > 0 \end{cases}`, "a comparison as its condition"],
  ]) {
    assert.ok(refusal(latex).includes(why), `${latex}\n  ${refusal(latex)}`);
  }
});

test.run();
