import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Derivation } from "../../src/derive/index.js";

const test = suite("derive: claims about functions of which nothing is known");

const grade = (left: string, right: string, ...assumptions: string[]) =>
  new Derivation("a.b", assumptions).from(left).equals(right).toJSON().steps[0];

test("what holds for every function is proved: the chain rule", () => {
  assert.is(grade("D(f(x^2), x)", "2*x*at(D(f(u), u), u, x^2)").grade, "proved");
  assert.is(grade("f(x + y) - f(y + x)", "0").grade, "proved");
});
test("what fails for one function is refuted, the function named", () => {
  assert.match(grade("f(x)", "f(x) + 1").method, /^with f linear: /);
  assert.match(grade("f(a, b)", "f(b, a)").method, /^with f linear: /);
  assert.match(grade("f(x + y)", "f(x) + f(y)").method, /^with f quadratic: /); // linear ones would agree
  assert.match(grade("f(2*x)", "2*f(x)").method, /^with f quadratic: /);
  assert.is(grade("D(f(x^2), x)", "2*x*at(D(f(u), u), u, x)").grade, "refuted");
});
test("a function of which something is assumed is not any function, so nothing simple refutes it", () => {
  assert.is.not(grade("abs(f(x))", "f(x)", "f(x) > 0").grade, "refuted");
  assert.is(grade("abs(f(x))", "f(x)").grade, "refuted");
});
test("a name that means one function to every reader is never any function", () => {
  assert.is(grade("sin(x)^2 + cos(x)^2", "1").grade, "unknown");
  assert.is(grade("binomial(n, 2)", "n*(n - 1)/2").grade, "unknown");
  assert.is(grade("E(1)", "1").grade, "unknown");
  assert.is(grade("p(x, given(y))*p(y)", "p(x, y)").grade, "unknown");
});
test.run();
