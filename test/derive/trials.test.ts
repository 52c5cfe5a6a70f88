import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Derivation } from "../../src/derive/index.js";

const test = suite("derive: claims about functions of which nothing is known");

const grade = (left: string, right: string, ...assumptions: string[]) =>
  new Derivation("a.b", assumptions).from(left).equals(right).toJSON().steps[0];

test("what holds for every function is proved: the chain rule", () => {
  assert.is(grade("D(f(x^2), x)", "2*x*at(D(f(u), u), u, x^2)").grade, "proved");
  assert.is(
    grade("grad(f([x^2, x*y]), [x, y])", "matmul([partials(f, [x^2, x*y])], [[2*x, 0], [y, x]])")
      .grade,
    "unknown",
  ); // size 2 against 1 x 2, a vector against a row
  assert.is(
    grade("[grad(f([x^2, x*y]), [x, y])]", "matmul([partials(f, [x^2, x*y])], [[2*x, 0], [y, x]])")
      .grade,
    "proved",
  );
});
test("what fails for a simple function is refuted, if the claim speaks of its partial derivatives", () => {
  const wrong = grade(
    "[grad(f([x^2, x*y]), [x, y])]",
    "matmul([partials(f, [x^2, x*y])], [[2*x, 0], [x, y]])",
  );
  assert.match(wrong.method, /^entry 1, 1: with f linear: /);
  const place = grade("D(f([x^2]), x)", "2*x*total(partials(f, [x]))");
  assert.match(place.method, /^with f quadratic: /); // linear ones have one slope everywhere
});
test("a function that the engine does not know is not any function", () => {
  assert.is(grade("dawson(x) + dawson(-x)", "0").grade, "unknown");
  assert.is(grade("Phi(x) + Phi(-x)", "1").grade, "unknown");
  assert.is(grade("gamma(x + 1)", "x*gamma(x)").grade, "unknown");
  assert.is(grade("f(x)", "f(x) + 1").grade, "unknown");
});
test("a function of which something is assumed is not any function either", () => {
  assert.is.not(
    grade("D(f([x^2]), x)", "2*x*total(partials(f, [x]))", "f(x) > 0").grade,
    "refuted",
  );
});
test.run();
