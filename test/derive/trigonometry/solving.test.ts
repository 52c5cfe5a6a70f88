import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeOf, type Step } from "./gradeOf.js";

const test = suite("derive: functions solved for, waves integrated, series added up");
const all = (grade: string, steps: Step[]) => {
  for (const step of steps) assert.is(gradeOf(...step), grade, step.join(" if "));
};

test("a comparison of a function says the same as one without it", () => {
  all("proved", [
    ["floor(x) = 3 <=> 3 <= x and x < 4"],
    ["ceil(x) = 2 <=> 1 < x and x <= 2"],
    ["max(x, 2) = 2 <=> x <= 2"],
    ["min(x, 3) < 1 <=> x < 1"],
    ["exp(x) <= 1 <=> x <= 0"],
    ["log(exp(x))^2 = 36 => x^2 = 36"],
    ["abs(x - 1) < 2 <=> -1 < x and x < 3"],
    ["relu(x) = 0 <=> x <= 0"],
    ["sin(x) = 1/2 <=> x = pi/6", "0 <= x <= pi/2"],
    ["cos(x) = 0 <=> x = pi/2 or x = 3*pi/2", "0 <= x <= 2*pi"],
    ["tan(x) = 1 <=> x = pi/4", "-pi/2 < x < pi/2"],
  ]);
  all("proved-if", [
    ["sqrt(x + 2) = x <=> x = 2"],
    ["log(x) + log(x - 2) = log(3) <=> x = 3"],
    ["sqrt(x) < 3 <=> 0 <= x and x < 9"],
  ]);
});

test("a root that is lost or gained is the point that refutes, and so is an end", () => {
  all("refuted", [
    ["sqrt(x + 2) = x <=> x = 2 or x = -1"],
    ["log(x) + log(x - 2) = log(3) <=> x = 3 or x = -1"],
    ["floor(x) = 3 <=> 3 < x and x < 4"],
    ["max(x, 2) = 2 <=> x < 2"],
    ["exp(x) < 1 <=> x <= 0"],
    ["sin(x) = 1/2 <=> x = pi/6", "0 <= x <= pi"],
  ]);
});

// @source Gradshteyn and Ryzhik, Table of Integrals, Series, and Products: 2.51, 2.66, 3.893; 0.231; 2.711.
test("waves, logarithms and quotients are integrated, and geometric series added up", () => {
  all("proved", [
    ["integrate(sin(x)^2, x, 0, pi) = pi/2"],
    ["integrate(sin(m*x)*sin(n*x), x, 0, 2*pi) = 0", "m integer >= 1", "n integer >= 1", "m != n"],
    ["integrate(x^2*sin(x), x, 0, pi) = pi^2 - 4"],
    ["integrate(exp(-a*x)*sin(b*x), x, 0, Infinity) = b/(a^2 + b^2)", "a > 0", "b > 0"],
    ["integrate(1/(1 + x^2), x, -Infinity, Infinity) = pi"],
    ["integrate(log(x), x, 0, 1) = -1"],
    ["D(integrate(exp(-t^2), t, 0, x), x) = exp(-x^2)"],
    ["D(integrate(exp(-t^2), t, x, x^2), x) = 2*x*exp(-x^4) - exp(-x^2)"],
    ["sum(1/2^k, k, 1, Infinity) = 1"],
    ["sum(x^k, k, 0, Infinity) = 1/(1 - x)", "-1 < x < 1"],
  ]);
  all("refuted", [
    ["integrate(log(x), x, 0, 1) = 1"],
    ["D(integrate(exp(-t^2), t, 0, x), x) = -exp(-x^2)"],
    ["sum(1/2^k, k, 1, Infinity) = 2"],
    ["sum((-1)^k, k, 0, Infinity) = 1/2"],
  ]);
});

test("what may not converge, or crosses a pole, is not proved", () => {
  all("unknown", [
    ["integrate(exp(x)*sin(x), x, 0, Infinity) = 1/2"],
    ["integrate(1/cos(x)^2, x, 0, pi) = 0"],
    ["sum(1/k^3, k, 1, Infinity) = 6/5"],
  ]);
  assert.is(gradeOf("sum(x^k, k, 0, Infinity) = 1/(1 - x)"), "proved-if");
});

test("an integral of waves converges under a condition on what makes them fall", () => {
  const claim = "integrate(exp(-a*x)*cos(x), x, 0, Infinity) = a/(a^2 + 1)";
  assert.is(gradeOf(claim, "a > 0"), "proved");
  assert.is(gradeOf(claim, "a >= 0"), "proved-if");
  assert.is(gradeOf(claim, "a = 0"), "unknown");
  assert.is(gradeOf("integrate(exp(-a^2*x)*cos(x), x, 0, Infinity) = a^2/(a^4 + 1)"), "proved-if");
});

test("a letter that mostly varies and is held constant in a premise is a condition", () => {
  assert.is(gradeOf("z = x*y => D(z, x) = y"), "proved-if");
  assert.is(gradeOf("z = x*y => D(z, x) = y", "y constant"), "proved");
  assert.is(gradeOf("z = a*x => D(z, x) = a"), "proved");
  assert.is(gradeOf("z = x*y => D(z, x) = x"), "refuted");
});

test.run();
