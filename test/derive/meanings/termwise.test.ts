import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { derivation } from "../../../src/index.js";

const test = suite("derive: what is linear and has no value of its own");

const graded = (lhs: string, rhs: string, ...assumptions: string[]) =>
  gradeClaim({ id: "a", lhs, relation: "=", rhs, assumptions }, () => 0);
const grade = (...claim: Parameters<typeof graded>) => graded(...claim).grade;

test("an indefinite integral is what has its integrand as derivative", () => {
  const gauss = graded("antiderivative(x*exp(-a*x^2), x)", "-1/(2*a)*exp(-a*x^2) + C", "a > 0");
  assert.is(gauss.grade, "proved");
  assert.match(
    gauss.method,
    /^both sides have the same derivative, and are equal up to a constant/,
  );
  const parts = "x*exp(x) - antiderivative(exp(x), x)";
  assert.is(grade("antiderivative(x*exp(x), x)", parts), "proved");
  assert.is(grade("antiderivative(1/x, x)", "log(x)"), "proved-if");
  const wrong = graded("antiderivative(x^2, x)", "x^3/2");
  assert.is(wrong.grade, "refuted");
  assert.is(wrong.method, "the derivatives of the two sides differ");
});

test("a product of integrals, and integrals over two variables, are left open", () => {
  const product = "antiderivative(f(x), x)*antiderivative(g(x), x)";
  assert.is(grade("antiderivative(f(x)*g(x), x)", product), "unknown");
  assert.is(grade("antiderivative(u, v)", "u*v - antiderivative(v, u)"), "unknown");
  assert.is(grade("antiderivative(x, x)^2", "x^4/4"), "unknown");
  assert.is(grade("antiderivative(1/x, x)", "1 + antiderivative(1/x, x)"), "unknown");
});

test("where integrals cancel each other, what is left of both sides is equal and no constant apart", () => {
  assert.is(grade("antiderivative(x, x) - antiderivative(x, x)", "0"), "proved");
  assert.is(grade("antiderivative(2*x, x)", "2*antiderivative(x, x)"), "proved");
  assert.is(grade("antiderivative(x + 1, x)", "antiderivative(x, x) + x"), "proved");
  for (const [lhs, rhs] of [
    ["antiderivative(x, x) - antiderivative(x, x)", "1"],
    ["antiderivative(x, x) - antiderivative(x, x)", "x - x + 1"],
    ["antiderivative(2*x, x)", "2*antiderivative(x, x) + 1"],
    ["antiderivative(x + 1, x)", "antiderivative(x, x) + antiderivative(1, x) + 5"],
  ]) {
    assert.match(graded(lhs, rhs).reason!, /^the integrals cancel each other/, lhs);
  }
});

test("a chain over an indefinite integral leads from no function to one that is a constant apart", () => {
  const grades = (...[first, ...others]: string[]) =>
    others
      .reduce((made, one) => made.equals(one), derivation("a.chain").from(first))
      .toJSON()
      .steps.map((step) => step.grade);
  const integral = "antiderivative(2*x, x)";
  assert.equal(grades("x^2", integral, "x^2 + 1"), ["proved", "unknown"]);
  assert.equal(grades("x^2", integral, `2*antiderivative(x, x)`, "x^2"), Array(3).fill("proved"));
  const parts = "x*exp(x) - antiderivative(exp(x), x)";
  assert.equal(grades("antiderivative(x*exp(x), x)", parts, "x*exp(x) - exp(x)"), [
    "proved",
    "proved",
  ]);
});

test("sums over the same values agree where their terms do, and have values", () => {
  const cross = "sumOver(p(x)*log(p(x)), x) - sumOver(p(x)*log(q(x)), x)";
  const { conditions, ...sums } = graded("sumOver(p(x)*log(p(x)/q(x)), x)", cross);
  assert.is(sums.grade, "proved-if");
  const texts = conditions.map(({ text }) => text);
  assert.ok(texts.includes("each sum over x has a value"));
  assert.ok(texts.includes("q(x) > 0 for every x"));
});

test("terms that differ, other values and what varies with the index refute and prove nothing", () => {
  assert.is(grade("sumOver(p(x), x)", "sumOver(q(x), x)"), "unknown");
  assert.is(grade("sumOver(p(x) + 1, x)", "sumOver(p(x), x) + 1"), "unknown");
  assert.is(grade("sumOver(x*p(x), x)", "x*sumOver(p(x), x)"), "unknown");
  assert.is(grade("sumOver(sqrt(x^2), x)", "sumOver(x, x)", "x > 0"), "unknown");
  const [p, q] = ["expectation(f(x), x, p)", "expectation(f(x), x, q)"];
  assert.is(grade(p, q), "unknown");
  assert.is(grade("expectation(f(x) + 1, x, p)", `${p} + 1`), "proved-if");
});

test("a derivation grades them alike", () => {
  const step = derivation("a.step").from("antiderivative(cos(x), x)").equals("sin(x)");
  assert.is(step.grade, "proved");
});

test.run();
