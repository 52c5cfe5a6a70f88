import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, tex } from "../../../src/index.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: limits");

const found = (text: string, ...assumptions: string[]) =>
  gradeClaim(claimOf(text, assumptions), () => 0);

/** A limit, its value, a wrong one, and what is assumed. */
type Row = [limit: string, value: string, wrong: string, ...assumptions: string[]];

function holdAndFail(rows: readonly Row[]): void {
  for (const [limit, value, wrong, ...assumptions] of rows) {
    const right = found(`${limit} = ${value}`, ...assumptions);
    assert.is(right.grade, "proved", `${limit} = ${value}: ${right.reason}`);
    assert.is(found(`${limit} = ${wrong}`, ...assumptions).grade, "refuted", `${limit} = ${wrong}`);
  }
}

test("limits of a first course are proved, and wrong values are refuted", () => {
  // OpenStax, Calculus Volume 1, 2.3 (limit laws), 4.6 (limits at infinity), 4.8 (L'Hopital's rule).
  holdAndFail([
    ["limit(sin(x)/x, x, 0)", "1", "0"],
    ["limit((1 - cos(x))/x, x, 0)", "0", "1"],
    ["limit((1 - cos(x))/x^2, x, 0)", "1/2", "1"],
    ["limit((x^2 - 4)/(x - 2), x, 2)", "4", "2"],
    ["limit((sqrt(x + 2) - 1)/(x + 1), x, -1)", "1/2", "1"],
    ["limit((3*x^2 + 4*x)/(x + 2)/x, x, Infinity)", "3", "4"],
    ["limit(x*log(x), x, 0, above)", "0", "1"],
    ["limit(x^x, x, 0, above)", "1", "0"],
    ["limit(log(x)/x, x, Infinity)", "0", "1"],
    ["limit(x^(1/x), x, Infinity)", "1", "e"],
    ["limit(sqrt(x^2 + x) - x, x, Infinity)", "1/2", "0"],
    ["limit(sqrt(x^2 + x) + x, x, -Infinity)", "-1/2", "1/2"],
    ["limit(tan(x), x, pi/2, below)", "Infinity", "-Infinity"],
    ["limit(1/(x - 1)^2, x, 1)", "Infinity", "0"],
    ["limit(atan(x), x, -Infinity)", "-pi/2", "pi/2"],
    ["limit(abs(x)/x, x, 0, below)", "-1", "1"],
  ]);
});

test("limits that are difficult numerically are proved", () => {
  // D. Gruntz, On Computing Limits in a Symbolic Manipulation System, ETH Zurich, 1996.
  holdAndFail([
    ["limit(exp(x)*(exp(1/x - exp(-x)) - exp(1/x)), x, Infinity)", "-1", "0"],
    ["limit(exp(exp(x))/exp(exp(x - exp(-exp(x)))), x, Infinity)", "1", "0"],
    ["limit(exp(2*log(x^5 + 1) - 10*log(x)), x, Infinity)", "1", "e"],
    ["limit((3^x + 5^x)^(1/x), x, Infinity)", "5", "3"],
    ["limit((1 + 1/x)^(x^2)*exp(-x), x, Infinity)", "exp(-1/2)", "1"],
    ["limit(exp(exp(exp(x)))/exp(exp(exp(x - exp(-exp(x))))), x, Infinity)", "Infinity", "1"],
  ]);
});

test("sequences with factorials and binomial coefficients go by Stirling's formula", () => {
  // Graham, Knuth, Patashnik, Concrete Mathematics, 9.
  holdAndFail([
    ["limit((1 + 1/n)^n, n, Infinity)", "e", "1"],
    ["limit(factorial(n)^(1/n)/n, n, Infinity)", "1/e", "1"],
    ["limit(binomial(2*n, n)*sqrt(n)/4^n, n, Infinity)", "1/sqrt(pi)", "1"],
    ["limit(sum(k, k, 1, n)/n^2, n, Infinity)", "1/2", "1"],
    ["limit((-1)^n/n, n, Infinity)", "0", "1"],
  ]);
});

test("parameters have the signs that are assumed; otherwise a point refutes, or a condition is told", () => {
  holdAndFail([
    ["limit(exp(-a*x), x, Infinity)", "0", "1", "a > 0"],
    ["limit(log(x)/x^a, x, Infinity)", "0", "1", "a > 0"],
    ["limit((1 + x/n)^n, n, Infinity)", "exp(x)", "1 + x"],
    ["limit((a^x - 1)/x, x, 0)", "log(a)", "a", "a > 0"],
    ["limit((x^n - a^n)/(x - a), x, a)", "n*a^(n - 1)", "a^n", "a > 0"],
    ["limit((sqrt(x + h) - sqrt(x))/h, h, 0)", "1/(2*sqrt(x))", "1/sqrt(x)", "x > 0"],
  ]);
  assert.equal(found("limit(exp(-a*x), x, Infinity) = 0").witness, {
    point: { a: "0" },
    lhs: "1",
    rhs: "0",
  });
  const quotient = found("limit(sin(a*x)/sin(b*x), x, 0) = a/b");
  assert.is(quotient.grade, "proved-if");
  assert.equal(
    quotient.conditions.map(({ text }) => text),
    ["b != 0"],
  );
});

test("a limit that is none is said to be none, and what is not known is left open", () => {
  for (const [text, reason] of [
    ["limit(1/x, x, 0) = Infinity", "the limits from above and from below differ"],
    ["limit(abs(x)/x, x, 0) = 1", "the limits from above and from below differ"],
    ["limit(floor(x), x, 2) = 2", "the limits from above and from below differ"],
    ["limit(sin(1/x), x, 0) = 0", "it swings between different values"],
    ["limit((-1)^n, n, Infinity) = 0", "it swings between different values"],
  ]) {
    const { grade, witness } = found(text);
    assert.is(grade, "refuted", text);
    assert.is(witness?.lhs, `undefined: ${reason}`, text);
  }
  for (const [text, reason] of [
    ["limit(sqrt(x), x, 0) = 0", /write limit\(e, x, a, above\)/],
    ["limit(sin(n), n, Infinity) = 0", /for integers that need not be so/],
    ["limit(f(x), x, 0) = f(0)", /a limit of f/],
    ["limit(x*sin(x), x, Infinity) = Infinity", /between bounds/],
  ] as const) {
    const { grade, reason: why } = found(text);
    assert.is(grade, "unknown", text);
    assert.match(why ?? "", reason);
  }
});

test("what swings between bounds counts where another factor tends to 0", () => {
  holdAndFail([
    ["limit(x*sin(1/x), x, 0)", "0", "1"],
    ["limit((x + sin(x))/x, x, Infinity)", "1", "2"],
    ["limit(floor(x)/x, x, Infinity)", "1", "0"],
    ["limit(x/(2 + sin(x)), x, Infinity)", "Infinity", "1"],
  ]);
  assert.is(found("limit(1/(2 + sin(x)), x, Infinity) = 1/2").grade, "refuted");
});

test("limits stand in sums, in each other and in inequalities", () => {
  for (const text of [
    "limit(limit(x/(x + y), y, Infinity), x, Infinity) = 0",
    "limit(limit(x/(x + y), x, Infinity), y, Infinity) = 1",
    "1 + limit(1/x, x, Infinity) = 1",
    "limit(1/x, x, Infinity) < 1",
  ])
    assert.is(found(text).grade, "proved", text);
  assert.is(found("limit(1/x, x, Infinity) < 0").grade, "refuted");
  // A name that moves is none of those of which something is assumed.
  assert.is(found("limit(abs(x)/x, x, 0) = 1", "x > 0").grade, "refuted");
});

test("LaTeX gives the same", () => {
  for (const [raw, grade] of [
    [String.raw`\lim_{x \to 0} \frac{\sin x}{x} = 1`, "proved"],
    [String.raw`\lim_{x \to 0^+} \frac{1}{x} = \infty`, "proved"],
    [String.raw`\lim_{x \to 0^-} \frac{1}{x} = \infty`, "refuted"],
    [String.raw`\lim_{n \to \infty} \left(1 + \frac{x}{n}\right)^n = e^x`, "proved"],
  ]) {
    const made = derivation("a.limit").chain(tex(Object.assign([raw], { raw: [raw] })));
    assert.is(made.toJSON().steps.at(-1)?.grade, grade, raw);
  }
});

test("of what is negative a power with a letter in the exponent may have values for integers: nothing is refuted", () => {
  for (const [claim, ...assumptions] of [
    ["limit(x^n, x, -1) = (-1)^n", "n integer"],
    ["limit(x^n, x, 0, below) = 0", "n integer >= 1"],
    ["limit(a^n, n, Infinity) = 0", "-1 < a", "a < 0", "n integer"],
  ])
    assert.is(gradeClaim(claimOf(claim, assumptions), () => 0).grade, "unknown", claim);
});

test("powers of -1 swing where the exponent takes both parities without end, and are left open elsewhere", () => {
  const gradeOf = (claim: string) => gradeClaim(claimOf(claim, ["n integer"]), () => 0).grade;
  assert.is(gradeOf("limit((-1)^n, n, Infinity) = 0"), "refuted");
  assert.is(gradeOf("limit((-1)^(n^2), n, Infinity) = 1"), "refuted");
  assert.is(gradeOf("limit((-1)^(n*(n + 1)), n, Infinity) = 1"), "unknown");
  assert.is(gradeOf("limit((-1)^(n^3 - n), n, Infinity) = 1"), "unknown");
  assert.is(gradeOf("limit((-1)^(2*n + 1), n, Infinity) = -1"), "proved");
});

test.run();
