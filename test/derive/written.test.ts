import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Derivation, tex } from "../../src/derive/index.js";

const test = suite("derive: what is written, as text and as LaTeX");

const begin = (...assumptions: string[]) => new Derivation("a.b", assumptions);
const steps = (chain: Derivation) => chain.toJSON().steps;

test("LaTeX and text are one tree, graded alike and set alike", () => {
  const [text, latex] = [
    begin("a < b").from("(b^2 - a^2)/(2*(b - a))").equals("(a + b)/2"),
    begin("a < b")
      .from(tex`\frac{b^2 - a^2}{2 (b - a)}`)
      .equals(tex`\frac{a + b}{2}`),
  ];
  assert.equal(steps(latex), steps(text));
});
test("a display of several lines is a chain, with a reason and items for each step", () => {
  const chain = begin("a < b").chain(
    tex`\begin{aligned} \int_a^b \frac{x}{b-a}\,dx &= \frac{b^2-a^2}{2(b-a)} \\ &= \frac{a+b}{2} \end{aligned}`,
    ["insert the limits", "divide"],
    [{ items: [63] }, { items: [64] }],
  );
  const seen = steps(chain).map(({ because, grade, items }) => [because, grade, ...items]);
  assert.equal(seen, [
    ["insert the limits", "proved", 63],
    ["divide", "proved", 64],
  ]);
  assert.is(steps(begin().chain("(x + 1)^2 = x^2 + 2*x + 1 = x*(x + 2) + 1")).length, 2);
  assert.is(steps(begin("a != 0").chain(tex`a x = b \iff x = \frac{b}{a}`))[0].relation, "<=>");
  assert.throws(
    () => begin().chain("x + 1"),
    /^a\.b: chain must have relations between its sides, such as a = b = c$/,
  );
});
test("planted errors in a display are refuted at their line", () => {
  const chain = begin("a < b").chain(
    tex`\int_a^b \frac{x}{b-a}\,dx = \frac{b^2+a^2}{2(b-a)} = \frac{a+b}{2}`,
  );
  assert.equal(
    steps(chain).map(({ grade }) => grade),
    ["refuted", "refuted"],
  );
});
test("what stands above decides what a letter means", () => {
  const bayes = begin("0 < alpha < 1", "0 < beta < 1", "0 < prior < 1").from(
    "alpha*prior/(alpha*prior + beta*(1 - prior))",
  );
  const step = steps(bayes.equals(tex`\frac{1}{1 + \frac{\beta (1 - \pi)}{\alpha \pi}}`))[0];
  assert.equal([step.grade, step.rhs], ["proved", "1/(1 + beta*(1 - prior)/(alpha*prior))"]);
});
test("a definition may be LaTeX on both sides", () => {
  const gaussian = begin("sigma2 > 0").define(
    tex`p(x)`,
    tex`\frac{1}{\sqrt{2\pi\sigma^2}} e^{-\frac{(x-\mu)^2}{2\sigma^2}}`,
  );
  assert.is(
    steps(gaussian.from(tex`\int_{-\infty}^{\infty} x\,p(x)\,dx`).equals(tex`\mu`)).at(-1)!.grade,
    "proved",
  );
  const coin = begin("0 < alpha < 1")
    .define(tex`p(C=1)`, tex`\alpha`)
    .from(tex`p(C=0)`)
    .equals(tex`1-\alpha`);
  assert.is(steps(coin).at(-1)!.grade, "proved");
  const family = begin("N integer >= 1")
    .define(tex`y_n`, tex`2n - 1`)
    .from(tex`\sum_{n=1}^{N} y_n`)
    .equals(tex`N^2`);
  assert.is(steps(family).at(-1)!.grade, "proved");
});
test("a rounding claim keeps the digits that are printed", () => {
  const grade = (right: string) =>
    begin()
      .erratum({ asWritten: tex`\frac{1}{33} \approx ${right}`, corrected: "1 = 2" })
      .toJSON().errata[0].asWritten.grade;
  assert.equal(["0.03", "0.030", "0.0303", "0.0300"].map(grade), [
    "proved",
    "proved",
    "proved",
    "refuted",
  ]);
  assert.is(
    steps(
      begin()
        .from("1/33")
        .approximately(tex`0.0300`),
    )[0].grade,
    "refuted",
  );
  assert.throws(
    () => begin().from("0.4").approximately("1/3"),
    /^a\.b: the right side of ≈ must be a number with the digits that are printed, got `1\/3`$/,
  );
  assert.throws(
    () => begin().erratum({ asWritten: tex`x \approx \frac{1}{3}`, corrected: "1 = 2" }),
    /after \\approx must stand a number with the digits that are printed, such as 0\.0292/,
  );
});
test("decimals in LaTeX stay decimals, so that their text is the same tree", () => {
  assert.is(
    steps(
      begin()
        .from(tex`0.9 \cdot 0.001`)
        .equals("0.0009"),
    )[0].lhs,
    "0.9*0.001",
  );
});
test("a reason that is no text, and options and items of another kind, are refused", () => {
  const step = (because: unknown, options: unknown = {}) =>
    begin()
      .from("1")
      .equals("2/2", because as string, options as object);
  assert.throws(
    () => step({ items: [3] }),
    /^a\.b: a reason must be a text, got \{"items":\[3\]\}$/,
  );
  assert.throws(
    () => step("", { item: [3] }),
    /^a\.b: options must only have items, provided, induction, expect, got "item"$/,
  );
  assert.throws(
    () => step("", { items: "3" }),
    /^a\.b: items must be numbers of the inventory, integers >= 1, got "3"$/,
  );
  assert.throws(
    () => step("", { items: [0.5] }),
    /^a\.b: items must be numbers of the inventory, integers >= 1, got \[0\.5\]$/,
  );
  assert.throws(
    () => begin().define("S", "1", "", { provided: [] } as never),
    /^a\.b: options must only have items, where, got "provided"$/,
  );
});
test("what cannot be read is refused with its place", () => {
  assert.throws(() => begin().from(tex`\frac{1}{`), /\^/);
  assert.throws(() => begin().from("1 + * 2"), /1 \+ \* 2\n +\^/);
  assert.throws(() => begin().from(3 as never), /must be a text/);
  assert.throws(
    () => begin().chain(tex`a = b, \quad c = d`),
    /must be one chain, got several statements$/,
  );
  assert.throws(
    () => new Derivation("a.b", "x > 0" as never),
    /^derivation: assumptions must be a list of texts, got "x > 0"$/,
  );
  assert.throws(
    () =>
      begin()
        .from("x")
        .equals("y", "", { provided: "x > 0" as never }),
    /^a\.b: provided must be a list of texts/,
  );
});
test.run();
