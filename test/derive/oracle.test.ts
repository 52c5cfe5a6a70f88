import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../../src/index.js";
import { evaluateTerm, type Point } from "./oracle/evaluate.js";
import { isPrime, reals } from "./oracle/field.js";
import { q, readQ, writeQ } from "./oracle/rational.js";
import { readTerm } from "./oracle/term.js";
import { type Claim, failsAt, truthOf } from "./oracle/truth.js";
import { bits, fixedOf } from "./oracle/value.js";
import { writeTerm } from "./oracle/writeTerm.js";

// The soundness tests judge the engine by this evaluator, so it is held here against printed values.

const test = suite("derive: the tests' own evaluator");
const at = (names: Record<string, string> = {}): Point => ({
  names: new Map(Object.entries(names).map(([name, text]) => [name, readQ(text)])),
  entry: (_, [i]) => q(i * i),
  weight: () => q(1, 4),
  outcomes: new Map([
    ["A", ["0", "1"]],
    ["B", ["0", "1"]],
  ]),
});
const exact = (text: string, names = {}) =>
  writeQ(reals.exactly(evaluateTerm(readTerm(text), at(names), reals).value));
/** The first 50 decimal places, cut and not rounded. */
const digits = (text: string, names = {}) => {
  const { value } = evaluateTerm(readTerm(text), at(names), reals);
  const scaled = (fixedOf(value) * 10n ** 50n) >> bits;
  return `${scaled}`.replace(/(\d{50})$/, ".$1");
};

test("constants have the digits that tables print", () => {
  // OEIS A000796, A001113, A002162, A002193; Ramanujan's constant A060295.
  assert.is(digits("pi"), "3.14159265358979323846264338327950288419716939937510");
  assert.is(digits("exp(1)"), "2.71828182845904523536028747135266249775724709369995");
  assert.is(
    digits("log(2)").padStart(51, "."),
    ".69314718055994530941723212145817656807550013436025",
  );
  assert.is(digits("sqrt(2)"), "1.41421356237309504880168872420969807856967187537694");
  assert.match(digits("exp(pi*sqrt(163))"), /^262537412640768743\.99999999999925007259/);
});

test("sums, products, integrals, derivatives and events are what their definitions say", () => {
  assert.is(exact("sum(n^2, n, 1, 10)"), "385");
  assert.is(exact("sum(x[n+1], n, 1, 3)"), "29"); // x[i] is i^2: 4 + 9 + 16
  assert.is(exact("prod(n, n, 1, 6)"), "720");
  assert.is(exact("sum(n, n, 4, 3)"), "0");
  assert.is(exact("integrate(x^2, x, a, 3)", { a: "0" }), "9");
  // Over a triangle: the limit of the inner integral raises the degree of the outer one.
  assert.is(exact("integrate(integrate(x + y, x, 0, y), y, 0, c)", { c: "8" }), "256");
  assert.is(exact("integrate(integrate(x^2*y, x, y, y^2), y, 0, 1)"), "-1/40");
  assert.is(exact("D(x^3 + a*x, x)", { x: "2", a: "5" }), "17");
  assert.is(exact("D(D(1/x, x), x)", { x: "2" }), "1/4");
  assert.is(exact("p(A=1)"), "1/2");
  assert.is(exact("p(A=1 | B=0)"), "1/2");
  assert.is(exact("max(2, 3) - min(2, 3) + floor(-1/2) + abs(-4)"), "4");
  assert.is(exact("-2^2 + 0.1*10 - 2^-1"), "-7/2");
  assert.is(exact("cbrt(-27/8) + cbrt(0) + square(-3)"), "15/2");
  assert.is(digits("cbrt(2)"), "1.25992104989487316476721060727822835057025146470150"); // A002580
  assert.is(exact("factorial(10) + factorial(0)"), "3628801");
  assert.is(exact("binomial(10, 4) + binomial(4, 5) + delta(3, 3) + delta(3, 4)"), "211");
  // 1/(x log 8) and -log(5)/(x log(x)^2), at 3.
  assert.is(digits("D(log(x, 8), x)", { x: "3" }), digits("1/(3*log(8))"));
  assert.is(digits("D(log(5, x), x)", { x: "3" }), digits("-log(5)/(3*log(3)^2)"));
  const line = evaluateTerm(readTerm("integrate(exp(-x^2), x, -Infinity, Infinity)"), at(), reals);
  assert.ok(
    Math.abs(Number(fixedOf(line.value) >> (bits - 56n)) / 2 ** 56 - Math.sqrt(Math.PI)) < 1e-12,
  );
});

test("what is undefined is told from what cannot be told", () => {
  assert.throws(() => exact("1/(x - 1)", { x: "1" }), /division by zero/);
  assert.throws(() => exact("log(0)"), /not positive/);
  assert.throws(() => exact("sqrt(-1)"), /negative/);
  assert.throws(() => exact("1/(sqrt(2)^2 - 2)"), /division by (zero|what may be zero)/);
  assert.throws(() => exact("y"), /no value for y/);
});

test("a term that is written reads as itself", () => {
  const texts = [
    "-(a + b)^2/c",
    "a - (b - c)",
    "a/(b/c)",
    "(-2)^3",
    "x[n + 1, m]",
    "2^(-1)*(a*b)",
    "p(A=1, B=0 | C=2)",
  ];
  for (const text of texts) {
    assert.equal(readTerm(writeTerm(readTerm(text))), readTerm(text), text);
  }
  assert.throws(() => readTerm("2 +* 3"), /readTerm: "2 \+\* 3" after character 4/);
});

test("primes are told from numbers that look like them", () => {
  assert.ok(isPrime(2n ** 127n - 1n)); // Lucas 1876
  assert.not.ok(isPrime(2n ** 67n - 1n)); // Cole 1903
  assert.not.ok(isPrime(561n)); // the smallest Carmichael number
});

test("a claim's truth is found, and a slip in it", () => {
  const truth = (claim: Claim) => truthOf(claim, random(7));
  assert.is(truth({ lhs: "(a+b)^2", rhs: "a^2 + 2*a*b + b^2", assumptions: [] }).held, 8);
  assert.ok(truth({ lhs: "(a+b)^2", rhs: "a^2 + b^2", assumptions: [] }).fails);
  assert.ok(truth({ lhs: "x", relation: "<", rhs: "x^2", assumptions: ["x > 0"] }).fails);
  const root = { lhs: "sqrt(x^2)", rhs: "x", assumptions: ["x > 0"] };
  assert.is(truth(root).fails, undefined);
  assert.match(truth({ ...root, assumptions: [] }).fails ?? "", /^x=-/);
  assert.ok(truthOf({ lhs: "x/x", rhs: "1", assumptions: [] }, random(7), 15).gap);
  assert.ok(failsAt({ ...root, assumptions: [] }, { x: "-2" }));
  assert.is(failsAt(root, { x: "-2" }), false); // outside what is assumed
  assert.is(failsAt(root, { x: "2" }), false);
});

test.run();
