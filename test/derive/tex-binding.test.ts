import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, tex } from "../../src/index.js";
import { readTexProposition } from "../../src/derive/tex/readTex.js";
import type { Step } from "../../src/record/types.js";

const test = suite("derive: what binds a statement of LaTeX, and its two signs");

const stepsOf = (latex: string, ...assumptions: string[]): Step[] =>
  derivation("a.step", assumptions)
    .chain(tex(Object.assign([latex], { raw: [latex] })))
    .toJSON().steps;

/** The conditions that a display states, as its step records them. */
const bounds = (latex: string): string => (stepsOf(latex)[0].provided ?? []).join("; ");

const refusal = (latex: string): string => {
  try {
    stepsOf(latex);
    return "it was read";
  } catch (error) {
    return (error as Error).message;
  }
};

const bound: [latex: string, conditions: string][] = [
  [String.raw`\sqrt{x^2} = x \text{ for } x > 0`, "x > 0"],
  [String.raw`\sqrt{x^2} = x \quad \text{for all } x \ge 0`, "x >= 0"],
  [String.raw`\sqrt{x^2} = x \text{ for all positive real numbers } x`, "x > 0"],
  [String.raw`\sqrt{x^2} = x \text{ if $x \ge 0$}`, "x >= 0"],
  [String.raw`\sqrt{x^2} = x, \quad \text{where } x \text{ is positive}`, "x > 0"],
  [String.raw`\sqrt{x^2} = x \quad (x \ge 0)`, "x >= 0"],
  [String.raw`\sqrt{x^2} = x \quad \text{(for $x \ge 0$)}`, "x >= 0"],
  [String.raw`\sqrt{x^2} = x \quad \forall x \in [0, 1)`, "x >= 0; x < 1"],
  [String.raw`\sqrt{x^2} = x \quad (x \in (1, \infty))`, "x > 1"],
  [String.raw`\forall x > 0: \sqrt{x^2} = x`, "x > 0"],
  [String.raw`\forall x > 0, \sqrt{x^2} = x`, "x > 0"],
  [String.raw`\text{If } x > 0, y > 0 \text{ then } \sqrt{x^2} = x`, "x > 0; y > 0"],
  [String.raw`\text{for } x > 0 \text{ and } y \ne 0: \sqrt{x^2} = x`, "x > 0; y != 0"],
  [String.raw`\sqrt{x^2 y^2} = xy \text{ for } x, y > 0`, "x > 0; y > 0"],
  [String.raw`\sqrt{x^2 y^2} = xy \text{ for } 0 < x < 1, 0 < y < 1`, "0 < x < 1; 0 < y < 1"],
  [String.raw`x^2 \ge 0 \text{ for } x \in \mathbb{R}, y > 0`, "y > 0"],
  [String.raw`x^2 > 0 \text{ for } x \in \mathbb{R} \setminus \{0\}`, "x != 0"],
  [String.raw`n^2 \ge n \text{ for every integer } n`, "n integer"],
  [String.raw`n^2 \ge n \text{ for } n \in \mathbb{Z}_{\ge 0}`, "n integer; n >= 0"],
  [String.raw`2^n \ge n + 1, \quad n = 0, 1, 2, \dots`, "n integer; n >= 0"],
  [String.raw`2^k \ge k + 1 \quad (k = 1, \dots, m)`, "k integer; k >= 1; k <= m"],
  [String.raw`2^k \ge k + 1 \text{ for } k \in \{1, 2, \dots\}`, "k integer; k >= 1"],
  [String.raw`x^2 \ge 0 \quad \text{for all } x`, ""],
  [String.raw`\forall x: x^2 \ge 0`, ""],
];

test("words, quantifiers and parentheses become conditions of the step", () => {
  for (const [latex, conditions] of bound) assert.is(bounds(latex), conditions, latex);
});

test("what holds only under a condition is proved if it holds, and refuted without it", () => {
  const [under] = stepsOf(String.raw`\sqrt{x^2} = x \text{ for } x \ge 0`);
  assert.is(under.grade, "proved-if");
  assert.ok(under.conditions.some(({ text }) => text === "x >= 0"));
  assert.is(stepsOf(String.raw`\sqrt{x^2} = x`)[0].grade, "refuted");
  assert.is(stepsOf(String.raw`\sqrt{x^2} = x \text{ for } x \ge -1`)[0].grade, "refuted");
});

test("a condition holds for each step of its chain", () => {
  const steps = stepsOf(String.raw`\sqrt{x^2} = |x| = x \quad (x \ge 0)`);
  assert.equal(
    steps.map(({ provided }) => provided),
    [["x >= 0"], ["x >= 0"]],
  );
});

test("what may be a condition or a claim, or binds in another way, is refused", () => {
  for (const [latex, why] of [
    [String.raw`x = y \text{ if } x > 0, y = 2`, "a further condition or a further claim"],
    [String.raw`x = y \text{ for } x > 0, x + y > 1`, "a further condition or a further claim"],
    [String.raw`xy < 1 \text{ for } 0 < x, y < 1`, "each of these bounds"],
    [String.raw`\forall x > 0, y > 0, xy > 0`, "several statements"],
    [String.raw`\forall x \; x^2 = 1`, "where these conditions end"],
    [String.raw`x = y \text{ for some } x > 0`, "the word for"],
    [String.raw`x = y \text{ only if } x > 0`, "the word only"],
    [String.raw`x = y \text{ unless } x > 0`, "the word unless"],
    [String.raw`x = y \text{ for even } x`, "the word for"],
    [String.raw`x = y \text{ for } x \approx 1`, "a condition has the relations"],
    [String.raw`x = y \text{ for } n \in \mathbb{N}`, "begin at 0 or at 1"],
    [String.raw`x = y \text{ for } x \in \mathbb{R}^+`, "what this subset leaves out"],
    [String.raw`x = y \text{ for } x \in S`, "this set is not read"],
    [String.raw`x = y \quad (x = z)`, "several statements"],
    [String.raw`x = y, \quad |x| < 1`, String.raw`write \text{ for } before`],
    [String.raw`x = y \text{ for } x > 0 \text{ small}`, "may say more of it"],
    [String.raw`x = y \text{ for all } x \text{ large}`, "may say more of it"],
  ]) {
    assert.ok(refusal(latex).includes(why), `${latex}\n  ${refusal(latex)}`);
  }
  assert.throws(
    () => readTexProposition(String.raw`x = 1 \text{ for } y > 0`),
    /a condition belongs to a whole step/,
  );
});

const told = (latex: string, ...assumptions: string[]): string =>
  stepsOf(latex, ...assumptions)
    .map(({ lhs, relation, rhs, because }) => `${lhs} ${relation} ${rhs} (${because})`)
    .join("; ");

test("a statement with \\pm in all sides is two, and each says which signs it has", () => {
  assert.is(
    told(String.raw`(a \pm b)^2 = a^2 \pm 2ab + b^2`),
    "(a + b)^2 = a^2 + 2*a*b + b^2 (with the upper signs); (a - b)^2 = a^2 - 2*a*b + b^2 (with the lower signs)",
  );
  assert.is(
    told(String.raw`\frac12 \mp x = \frac12(1 \mp 2x)`),
    "1/2 - x = 1/2*(1 - 2*x) (with the upper signs); 1/2 + x = 1/2*(1 + 2*x) (with the lower signs)",
  );
});

test("it is graded by the weaker of the two", () => {
  const grades = (latex: string) => stepsOf(latex).map(({ grade }) => grade);
  assert.equal(grades(String.raw`(a \pm b)^3 = a^3 \pm 3a^2b + 3ab^2 \pm b^3`), [
    "proved",
    "proved",
  ]);
  assert.equal(grades(String.raw`(a \pm b)^2 = a^2 \pm 2ab \pm b^2`), ["proved", "refuted"]);
  const upper = String.raw`(a \pm b)^2 = a^2 \pm 2ab \pm b^2`;
  assert.is(
    derivation("a.sign").chain(tex(Object.assign([upper], { raw: [upper] }))).grade,
    "refuted",
  );
});

test("a sign on one side of \\iff is two alternatives", () => {
  assert.is(told(String.raw`x^2 = 9 \iff x = \pm 3`), "x^2 = 9 <=> x = 3 or x = -3 ()");
  assert.is(stepsOf(String.raw`x^2 = 9 \iff x = \pm 3`)[0].grade, "proved");
  assert.is(stepsOf(String.raw`x^2 = 9 \iff x = \pm 2`)[0].grade, "refuted");
  assert.is(
    told(String.raw`x^2 + 2x = q \iff x = -1 \pm \sqrt{1 + q}`, "q > 0"),
    "x^2 + 2*x = q <=> x = -1 + sqrt(1 + q) or x = -1 - sqrt(1 + q) ()",
  );
});

test("signs that leave open what is claimed are refused", () => {
  for (const latex of [
    String.raw`x = \pm 2`,
    String.raw`x = 5.0 \pm 0.1`,
    String.raw`x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}`,
    String.raw`x = \pm a \pm b`,
    String.raw`x \ne \pm 1 \implies x^2 \ne 1`,
    String.raw`x < \pm 2 \implies x < 3`,
    String.raw`x = \pm 1 \implies x^3 = \mp 1`,
    String.raw`(x \pm 1)(x \mp 1) = x^2 - 1`,
    String.raw`x = 1 \pm y = 2`,
    String.raw`a \pm b = c \pm d \iff x = \pm 1`,
    String.raw`a = b \text{ for } x > \pm 1`,
  ]) {
    assert.match(refusal(latex), /\\pm/, latex);
  }
});

test.run();
