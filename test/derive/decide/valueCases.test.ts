import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { derivation } from "../../../src/index.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: proof by cases");

const graded = (line: string) => {
  const [text, given] = line.split(" if ");
  return gradeClaim(claimOf(text, given ? given.split(", ") : []), () => 0);
};

const byValue = [
  "abs(x) = cases(x, atLeast(x, 0), -x)",
  "relu(x) = cases(x, moreThan(x, 0), 0)",
  "max(a, b) = cases(a, atLeast(a, b), b)",
  "min(a, b) = cases(a, lessThan(a, b), b)",
  "sign(x) = cases(1, moreThan(x, 0), 0, equal(x, 0), -1)",
  "sign(x) = cases(1, moreThan(x, 0), -1, lessThan(x, 0), 0)",
  "cases(1, other(x, 0), 0)*x = x",
  "abs(x)*cases(1, atLeast(x, 0), -1) = x",
  "cases(x, atLeast(x, 0), -x)^2 = x^2",
  "cases(x, atLeast(x, 0), -x) + cases(-x, atLeast(x, 0), x) = 0",
  "integrate(cases(1/(b - a), allOf(atMost(a, x), atMost(x, b)), 0), x, -Infinity, Infinity) = 1 if a < b",
  "integrate(x*cases(1/(b - a), allOf(atMost(a, x), atMost(x, b)), 0), x, -Infinity, Infinity) = (a + b)/2 if a < b",
  "integrate(cases(m*exp(-m*x), atLeast(x, 0), 0), x, -Infinity, Infinity) = 1 if m > 0",
  "integrate(cases(x, allOf(atMost(0, x), atMost(x, 1)), 2 - x, allOf(lessThan(1, x), atMost(x, 2)), 0), x, -Infinity, Infinity) = 1",
  "integrate(cases(x, lessThan(x, 1), 2 - x), x, 0, 2) = 1",
  "integrate(cases(1, atLeast(x, c), 0), x, 0, 1) = 1 - c if 0 <= c, c <= 1",
  "cases(x^2, atLeast(x, 1), x) <= x^2 + 1",
  "exp(cases(log(x), moreThan(x, 0), 0)) = cases(x, moreThan(x, 0), 1)",
  "abs(x) = cases(x, moreThan(x, 0), -x, atMost(x, 0))",
  "cases(1, elementOf(x, closedInterval(0, 1)), 0)^2 = cases(1, allOf(atMost(0, x), atMost(x, 1)), 0)",
  "cases(a, atLeast(a, b), b) + cases(b, atLeast(a, b), a) = a + b",
  "cases(0, lessThan(x, 0), x, lessThan(x, 1), 1) = relu(x) - relu(x - 1)",
  "cases((x - a)/(b - a), allOf(atMost(a, x), atMost(x, b)), 0, lessThan(x, a), 1) = (abs(x - a) - abs(x - b))/(2*(b - a)) + 1/2 if a < b",
  "cases(n/2, equal(n, 4), 2) = 2",
];

const bySign = [
  "abs(x) = max(x, -x)",
  "max(a, b) + min(a, b) = a + b",
  "abs(x*y) = abs(x)*abs(y)",
  "x^2*sign(x) = x*abs(x)",
  "relu(x) - relu(-x) = x",
  "max(a, b) = (a + b + abs(a - b))/2",
  "min(a, b) = (a + b - abs(a - b))/2",
  "max(a, b) - min(a, b) = abs(a - b)",
  "max(a, b)*min(a, b) = a*b",
  "relu(x) + relu(-x) = abs(x)",
  "max(a, max(b, c)) = max(max(a, b), c)",
  "max(a, min(a, b)) = a",
  "min(a, max(b, c)) = max(min(a, b), min(a, c))",
  "max(a, min(b, c)) = min(max(a, b), max(a, c))",
  "-max(-a, -b) = min(a, b)",
  "max(a + c, b + c) = max(a, b) + c",
  "relu(relu(x)) = relu(x)",
  "relu(x)^2 + relu(-x)^2 = x^2",
  "relu(x)*relu(-x) = 0",
  "sign(x)*abs(x) = x",
  "sign(x)*sign(y) = sign(x*y)",
  "sign(x)^2*x = x",
  "sign(-x) = -sign(x)",
  "sign(x^3) = sign(x)",
  "abs(abs(x) - 1) = max(abs(x) - 1, 1 - abs(x))",
  "max(abs(x + y), abs(x - y)) = abs(x) + abs(y)",
  "max(x, 0) = (x + abs(x))/2",
  "abs(abs(x)) = abs(x)",
  "abs(x)^3 = x^2*abs(x)",
  "sqrt(x^2 + 2*x + 1) = max(x + 1, -x - 1)",
  "max(2*a, 2*b) = 2*max(a, b)",
  "max(a, b)^2 + min(a, b)^2 = a^2 + b^2",
  "exp(abs(x)) = max(exp(x), exp(-x))",
  "log(max(a, b)) = max(log(a), log(b)) if a > 0, b > 0",
  "softplus(x) = relu(x) + log(1 + exp(-abs(x)))",
  "abs(x + y) <= abs(x) + abs(y)",
  "abs(abs(x) - abs(y)) <= abs(x - y)",
  "max(a, b) <= abs(a) + abs(b)",
  "relu(x + y) <= relu(x) + relu(y)",
  "sign(x) = x/abs(x) if x != 0",
  "sign(x) + sign(-x) = 0",
  "max(x, x^2) = x + relu(x^2 - x)",
  "relu(a*x) = a*relu(x) if a >= 0",
  "relu(x) = x*(1 + sign(x))/2",
];

const untrue = [
  "abs(x) = cases(x, atLeast(x, 0), x)",
  "relu(x) = cases(x, moreThan(x, 1), 0)",
  "sign(x) = cases(1, atLeast(x, 0), -1)",
  "sign(x) = cases(1, moreThan(x, 0), -1)",
  "max(a, b) = cases(b, atLeast(a, b), a)",
  "integrate(cases(1/(b - a), allOf(atMost(a, x), atMost(x, b)), 0), x, -Infinity, Infinity) = 2 if a < b",
  "integrate(cases(x, lessThan(x, 1), 2 - x), x, 0, 2) = 2",
  "cases(1, other(x, 0), 0) = 1",
  "cases(1, equal(x, 5), 0) = 0",
  "cases(x^2, atLeast(x, 1), x) <= x^2",
  "cases(x, equal(y, 2), x*y/2) = x",
  "cases(1, allOf(lessThan(0, x), lessThan(x, 1)), 0) = cases(1, allOf(atMost(0, x), atMost(x, 1)), 0)",
  "cases(a, atLeast(a, b), b) = a",
  "abs(x) = max(x, 0)",
  "max(a, b) + min(a, b) = a - b",
  "abs(x + y) = abs(x) + abs(y)",
  "x^2*sign(x) = x^2",
  "relu(x) - relu(-x) = abs(x)",
  "max(a, b) = (a + b - abs(a - b))/2",
  "max(a, b)*min(a, b) = a*abs(b)",
  "sign(x)^2 = 1",
  "sign(x*y) = sign(x) + sign(y)",
  "max(a*c, b*c) = c*max(a, b)",
  "relu(a*x) = a*relu(x)",
  "max(a, min(b, c)) = min(a, max(b, c))",
  "max(exp(a), exp(b)) = exp(min(a, b))",
  "relu(x + y) = relu(x) + relu(y)",
  "max(a^2, b^2) = max(a, b)^2",
  "x*abs(x) = x^2",
  "abs(abs(x) - abs(y)) = abs(x - y)",
  "max(x, x^2) = x^2",
  "cases(1, atLeast(x, 0), -1)*cases(1, atLeast(y, 0), -1) = cases(1, atLeast(x*y, 0), -1)",
];

test("values by cases are proved case by case, at points and in integrals", () => {
  for (const line of byValue) {
    const { grade, rules, reason } = graded(line);
    assert.is(grade, "proved", `${line}: ${reason}`);
    assert.ok(rules.includes("value-by-cases"), line);
  }
});

test("maxima, absolute values and signs are proved everywhere, also where a sign is 0", () => {
  for (const line of bySign) assert.is(graded(line).grade, "proved", line);
});

test("what fails in one case is refuted there", () => {
  for (const line of untrue) {
    const { grade, witness, reason } = graded(line);
    assert.is(grade, "refuted", `${line}: ${reason}`);
    assert.ok(witness, line);
  }
});

test("the method names each case with what decided it", () => {
  const method = (line: string) => graded(line).method;
  const same = "both sides have the same normal form over the rationals";
  assert.is(method("abs(x) = cases(x, atLeast(x, 0), -x)"), `in the cases x >= 0; x < 0: ${same}`);
  assert.is(
    method("cases(n/2, equal(n, 4), 2) = 2"),
    `in the case n = 4: exact arithmetic: both sides are the same fraction; in the case n != 4: ${same}`,
  );
  assert.is(
    method("relu(relu(x)) = relu(x)"),
    "the same normal form in each of 2 cases: x >= 0; x <= 0",
  );
  assert.match(
    method("sign(x*y) = sign(x)*sign(y)"),
    /; in the case x = 0: .*; in the case y = 0: /,
  );
  const { witness } = graded("cases(1, equal(x, 5), 0) = 0");
  assert.equal(witness, { point: { x: "5" }, lhs: "1", rhs: "0" });
});

test("a condition that only one case needs stays, and one that the case meets does not", () => {
  const texts = (line: string) => graded(line).conditions.map(({ text }) => text);
  assert.equal(texts("cases(1/x, moreThan(x, 0), 0)*x = cases(1, moreThan(x, 0), 0)"), []);
  assert.equal(texts("cases(y/y, moreThan(x, 0), 1) = 1"), ["y != 0"]);
  assert.equal(texts("sign(x) = x/abs(x)"), ["abs(x) != 0", "x != 0"]);
});

test("what cannot be looked at case by case is unknown, with the reason", () => {
  for (const [line, reason] of [
    ["D(cases(x, atLeast(x, 0), -x), x) = sign(x)", /below a derivative, a sum or an integral/],
    ["sum(cases(1, lessThan(k, 3), 0), k, 1, n) = 2", /below a derivative, a sum or an integral/],
    ["integrate(cases(1, atLeast(x, c), 0), x, 0, 1) = 1 - c", /0 and c come in no known order/],
    [
      "abs(x) = cases(x, moreThan(x, 0), -x, lessThan(x, 0))",
      /no case says what the value is where x = 0/,
    ],
    ["1 = cases(1, moreThan(1/x, 0), 1)", /`1\/x <= 0`, which may have no value/],
    ["1 = cases(1, equal(x^2, 4), 1)", /no procedure is known here for the case `x\^2 = 4`/],
    ["1 = cases(1, said(x_is_even), 1)", /the case `said\(x_is_even\)`/],
  ] as const) {
    const found = graded(line);
    assert.is(found.grade, "unknown", line);
    assert.match(found.reason ?? "", reason, line);
  }
});

test("a density that is defined by cases in LaTeX integrates to 1, and has its mean", () => {
  const own = derivation("cases.density", ["a < b"]);
  own.define("p(x)", "cases(1/(b - a), allOf(atMost(a, x), atMost(x, b)), 0)");
  own.from("integrate(p(x), x, -Infinity, Infinity)").equals("1");
  own.from("integrate(x*p(x), x, -Infinity, Infinity)").equals("(a + b)/2");
  own.from("integrate(x^2*p(x), x, -Infinity, Infinity)").equals("(a^2 + a*b + b^2)/2");
  assert.equal(
    own
      .toJSON()
      .steps.slice(1)
      .map(({ grade }) => grade),
    ["proved", "proved", "refuted"],
  );
});

test.run();
