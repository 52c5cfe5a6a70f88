import { suite } from "uvu";
import * as assert from "uvu/assert";
import { findingOf } from "../../src/agree/index.js";
import { derivation, type DerivationJSON } from "../../src/index.js";

const test = suite("agree: what is given is not derived");

type Made = { toJSON(): DerivationJSON };
const found = (tex: string, made: Made) => {
  const finding = findingOf(tex, [made.toJSON()]);
  assert.is(finding.kind, "agrees", tex);
  return finding as Extract<typeof finding, { kind: "agrees" }>;
};
const R = String.raw;
const on = (...assumptions: string[]) => derivation("a.given", assumptions);

/** A display, what derives it, and its grade: neighbours of one kind, claims that are given and claims that are not. */
const cases: Record<string, [string, Made, "assumed" | "proved"][]> = {
  "an assumption that is the claim, turned round, moved or multiplied, is assumed": [
    ["x < y", on("x < y").from("x").lessThan("y"), "assumed"],
    ["x < y", on("y > x").from("x").lessThan("y"), "assumed"],
    ["x < y", on("x - y < 0").from("x").lessThan("y"), "assumed"],
    ["2x < 2y", on("x < y").from("2*x").lessThan("2*y"), "assumed"],
    [R`x \le y`, on("x < y").from("x").atMost("y"), "assumed"],
    ["ax < ay", on("x < y", "a > 0").from("a*x").lessThan("a*y"), "assumed"],
    [R`N \ge 1`, on("N integer >= 1").from("1").atMost("N"), "assumed"],
    ["x_1 > 0", on("x[n] > 0").from("0").lessThan("x[1]"), "assumed"],
    ["a = b", on("a <= b", "b <= a").from("a").equals("b"), "assumed"],
    ["2a = 2b", on("a <= b", "b <= a").from("2*a").equals("2*b"), "assumed"],
    [R`x = 1 \implies x < y`, on("x < y").from("x = 1").implies("x < y"), "assumed"],
    [R`\frac{dy}{dx} = 0`, on("y constant").from("D(y, x)").equals("0"), "assumed"],
    [
      R`\int_{-\infty}^{\infty} p(x)\,dx = 1`,
      on("p density").from("integrate(p(x), x, -Infinity, Infinity)").equals("1"),
      "assumed",
    ],
  ],
  "what follows from assumptions is derived": [
    ["x < z", on("x < y", "y < z").from("x").lessThan("z"), "proved"],
    ["x < y + 1", on("x < y").from("x").lessThan("y + 1"), "proved"],
    [R`\log x > 0`, on("x > 1").from("0").lessThan("log(x)"), "proved"],
    ["x^2 - y^2 > 0", on("x > y", "y > 0").from("0").lessThan("x^2 - y^2"), "proved"],
    ["xy > 0", on("x > 0", "y > 0").from("0").lessThan("x*y"), "proved"],
    [R`2x = 2 \implies x = 1`, on().from("2*x = 2").implies("x = 1"), "proved"],
  ],
  "a definition that is the claim in other words is assumed": [
    ["2S = 2x + 2y", on().define("S", "x + y").from("2*S").equals("2*x + 2*y"), "assumed"],
    ["S - x = y", on().define("S", "x + y").from("S - x").equals("y"), "assumed"],
    ["a = c", on().define("a", "b").define("c", "b").from("a").equals("c"), "assumed"],
    [
      R`2p(t) = \frac{2t}{b - a}`,
      on("a < b").define("p(x)", "x/(b - a)").from("2*p(t)").equals("2*t/(b - a)"),
      "assumed",
    ],
    [
      "2L = 2q",
      on().uses(derivation("a.other").define("L", "q")).from("2*L").equals("2*q"),
      "assumed",
    ],
    [R`q \approx 0.03`, on().define("q", "0.03").from("q").approximately("0.03"), "assumed"],
  ],
  "definitions that are put together, and numbers that are worked out, are derived": [
    [
      "A + B = xy + zx",
      on().define("A", "x*y").define("B", "z*x").from("A + B").equals("x*y + z*x"),
      "proved",
    ],
    [
      "F - K + 2p + 1 = F",
      on().define("K", "2*r + 1").define("p", "r").from("F - K + 2*p + 1").equals("F"),
      "proved",
    ],
    ["S = 6", on().define("S", "2*3").from("S").equals("6"), "proved"],
    [
      "S = 6",
      on().define("x", "2").define("y", "3").define("S", "x*y").from("S").equals("6"),
      "proved",
    ],
    [R`S = \frac{6}{4}`, on().define("S", "3/2").from("S").equals("6/4"), "assumed"],
  ],
  "what a definition comes to is derived": [
    ["S^2 = (x + y)^2", on().define("S", "x + y").from("S^2").equals("(x + y)^2"), "proved"],
    [
      R`m = \frac{a + b}{2}`,
      on("a < b").define("m", "integrate(x/(b - a), x, a, b)").from("m").equals("(a + b)/2"),
      "proved",
    ],
    [
      R`S = \frac{N(N + 1)}{2}`,
      on("N integer >= 1").define("S", "sum(n, n, 1, N)").from("S").equals("N*(N + 1)/2"),
      "proved",
    ],
    [R`\frac{dL}{dq} = 2q`, on().define("L", "q^2").from("D(L, q)").equals("2*q"), "proved"],
    [
      R`r(1) = x + f - 1`,
      on("f integer >= 1").recurrence("r", "x", "r + f - 1").from("r(1)").equals("x + f - 1"),
      "proved",
    ],
  ],
};

for (const [title, list] of Object.entries(cases)) {
  test(title, () => {
    for (const [tex, made, grade] of list) {
      assert.is(found(tex, made).grade, grade, tex);
      assert.is(made.toJSON().steps.at(-1)!.grade, grade, `the step of ${tex}`);
    }
  });
}

test("a step that says again what is given leads on, and its derivation is worth what it derives", () => {
  const sum = on("N integer >= 1")
    .define("S", "sum(2*n, n, 1, N)")
    .from("S")
    .equals("sum(2*n, n, 1, N)", "insert");
  assert.is(sum.toJSON().grade, "assumed");
  assert.is(found(R`S = \sum_{n=1}^{N} 2n`, sum).grade, "assumed");
  sum.equals("N*(N + 1)", "add up");
  assert.is(sum.toJSON().grade, "proved");
  assert.is(found("S = N(N + 1)", sum).grade, "proved");
  const open = on()
    .define("q", "x/y")
    .from("2*q")
    .equals("2*x/y")
    .equals("((x + 1)^2 - x^2 - 1)/y");
  const { grade, conditions } = found(R`2q = \frac{(x + 1)^2 - x^2 - 1}{y}`, open);
  assert.is(grade, "proved-if");
  assert.equal(
    conditions.map(({ text }) => text),
    ["y != 0"],
  );
});

test("a correction may say a definition again", () => {
  const { errata } = on()
    .define("S", "x + y")
    .erratum({ asWritten: "S = x - y", corrected: "S = x + y" })
    .toJSON();
  const { asWritten, corrected } = errata[0];
  assert.equal([asWritten.grade, corrected.grade], ["refuted", "assumed"]);
});

test("the definitions that the names of a display need stand beside it, those that it prints do not", () => {
  const all = on("a > 0")
    .define("S", "x + y")
    .define("T", "a*S")
    .define("U", "x - y")
    .from("T^2")
    .equals("a^2*(x + y)^2")
    .from("U*(x + y)")
    .equals("x^2 - y^2");
  assert.equal(found("T^2 = a^2 (x + y)^2", all).definitions, ["S = x + y", "T = a S"]);
  assert.equal(found("U (x + y) = x^2 - y^2", all).definitions, ["U = x - y"]);
  assert.equal(found("T = a S", all).definitions, ["S = x + y"]);
  const other = derivation("a.other", ["a < b"]).define("p(x)", "1/(b - a)", "flat", {
    where: "a < x < b",
  });
  const mean = on("a < b")
    .uses(other)
    .from("integrate(x*p(x), x, -Infinity, Infinity)")
    .equals("(a + b)/2");
  const { definitions } = found(R`\int_{-\infty}^{\infty} x p(x)\,dx = \frac{a + b}{2}`, mean);
  assert.equal(definitions, [R`p(x) = \frac{1}{b - a} \quad (a < x < b)`]);
});

test("a function with the name of an operation is not this operation", () => {
  const { kind } = findingOf(R`\operatorname{mul}(x, y) = y x`, [
    derivation("a.given").from("x*y").equals("y*x").toJSON(),
  ]);
  assert.is(kind, "differs");
});

test.run();
