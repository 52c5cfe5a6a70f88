import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeOf, type Step } from "./gradeOf.js";

const test = suite("derive: identities of trigonometry from outside sources");

// Formulas as facts, with the number where the source's page was looked up, else its section: NIST Digital Library of Mathematical Functions (DLMF),
// chapter 4; Abramowitz and Stegun, Handbook of Mathematical Functions (A&S), chapter 4; Gradshteyn and Ryzhik, Table of
// Integrals, Series, and Products (GR), on trigonometric functions.
const sources: [source: string, ...step: Step][] = [
  ["DLMF 4.21.1", "cos(u) + sin(u) = sqrt(2)*sin(u + pi/4)"],
  ["DLMF 4.21.2", "sin(u - v) = sin(u)*cos(v) - cos(u)*sin(v)"],
  ["DLMF 4.21.3", "cos(u + v) = cos(u)*cos(v) - sin(u)*sin(v)"],
  ["DLMF 4.21.6", "sin(u) + sin(v) = 2*sin((u + v)/2)*cos((u - v)/2)"],
  ["DLMF 4.21.9", "cos(u) - cos(v) = -2*sin((u + v)/2)*sin((u - v)/2)"],
  ["DLMF 4.21.13", "sec(z)^2 = 1 + tan(z)^2", "cos(z) != 0"],
  ["DLMF 4.21.14", "csc(z)^2 = 1 + cot(z)^2", "sin(z) != 0"],
  ["DLMF 4.21.15", "2*sin(u)*sin(v) = cos(u - v) - cos(u + v)"],
  ["DLMF 4.21.18", "sin(u)^2 - sin(v)^2 = sin(u + v)*sin(u - v)"],
  ["DLMF 4.21.20", "cos(u)^2 - sin(v)^2 = cos(u + v)*cos(u - v)"],
  ["DLMF 4.21.21", "sin(z/2) = sqrt((1 - cos(z))/2)", "0 <= z <= 2*pi"],
  ["DLMF 4.21.22", "cos(z/2) = sqrt((1 + cos(z))/2)", "-pi <= z <= pi"],
  ["DLMF 4.21(iii)", "cos(3*z) = 4*cos(z)^3 - 3*cos(z)"],
  ["DLMF 4.20, secant", "D(sec(z), z) = sec(z)*tan(z)", "cos(z) != 0"],
  ["DLMF 4.20, cotangent", "D(cot(z), z) = -csc(z)^2", "sin(z) != 0"],
  ["DLMF 4.24.7", "D(asin(z), z) = (1 - z^2)^(-1/2)", "-1 < z < 1"],
  ["DLMF 4.24.8", "D(acos(z), z) = -(1 - z^2)^(-1/2)", "-1 < z < 1"],
  ["DLMF 4.24.9", "D(atan(z), z) = 1/(1 + z^2)"],
  ["DLMF 4.24.15", "atan(u) - atan(v) = atan((u - v)/(1 + u*v))", "u*v > -1"],
  ["DLMF 4.17", "sin(pi/12) = sqrt(2)*(sqrt(3) - 1)/4"],
  ["A&S 4.3, half angles", "tan(z/2) = (1 - cos(z))/sin(z)", "0 < z < pi"],
  ["DLMF 4.21(iii), four angles", "sin(4*z) = 8*cos(z)^3*sin(z) - 4*cos(z)*sin(z)"],
  ["DLMF 4.23", "acos(z) = pi/2 - asin(z)", "-1 <= z <= 1"],
  ["DLMF 4.38", "D(asinh(z), z) = (1 + z^2)^(-1/2)"],
  ["GR, sums of hyperbolic functions", "sinh(x + y) = sinh(x)*cosh(y) + cosh(x)*sinh(y)"],
  ["GR, powers of a sine", "8*sin(x)^4 = cos(4*x) - 4*cos(2*x) + 3"],
  ["Machin 1706", "16*atan(1/5) - 4*atan(1/239) = pi"],
  ["Euler 1738", "atan(1/2) + atan(1/3) = pi/4"],
  ["Viete, 4 cos 36° = 1 + sqrt(5)", "4*cos(pi/5) = 1 + sqrt(5)"],
];

for (const [source, ...step] of sources) {
  test(`${source} is proved`, () => assert.is(gradeOf(...step), "proved"));
}

test("an identity that holds where a tangent has a value is proved under that condition", () => {
  assert.is(gradeOf("tan(a + b) = (tan(a) + tan(b))/(1 - tan(a)*tan(b))"), "proved-if");
  assert.is(gradeOf("sin(x) = 2*tan(x/2)/(1 + tan(x/2)^2)"), "proved-if");
  assert.is(gradeOf("tan(x) = cot(pi/2 - x)"), "proved-if");
});

test("sines and cosines of parts of a turn are algebraic numbers", () => {
  for (const step of [
    "cos(pi/7)*cos(2*pi/7)*cos(3*pi/7) = 1/8",
    "cos(pi/7) - cos(2*pi/7) + cos(3*pi/7) = 1/2",
    "cos(pi/9)*cos(2*pi/9)*cos(4*pi/9) = 1/8",
    "sin(pi/9)^2 + sin(2*pi/9)^2 + sin(4*pi/9)^2 = 3/2",
    "sin(pi/14)*sin(3*pi/14)*sin(5*pi/14) = 1/8",
    "8*cos(pi/7)^3 - 4*cos(pi/7)^2 - 4*cos(pi/7) + 1 = 0",
    "1/sin(2*pi/7) + 1/sin(3*pi/7) = 1/sin(pi/7)",
    "(tan(3*pi/11) + 4*sin(2*pi/11))^2 = 11",
    "sum(cos(2*pi*k/13), k, 1, 12) = -1",
  ])
    assert.is(gradeOf(step), "proved", step);
  assert.is(gradeOf("cos(pi/7)*cos(2*pi/7)*cos(3*pi/7) = 1/9"), "refuted");
  assert.is(gradeOf("cos(pi/7) + cos(2*pi/7) = 3/2"), "refuted");
});

test("the same with a wrong sign, angle, branch or quadrant is refuted", () => {
  for (const step of [
    ["sin(a + b) = sin(a)*cos(b) - cos(a)*sin(b)"],
    ["cos(2*x) = 2*sin(x)^2 - 1"],
    ["sin(x/2) = sqrt((1 - cos(x))/2)"],
    ["cos(x) = sqrt(1 - sin(x)^2)", "0 <= x <= pi"],
    ["asin(sin(x)) = x", "0 <= x <= pi"],
    ["atan(x) + atan(1/x) = pi/2", "x != 0"],
    ["2*asin(x) = asin(2*x*sqrt(1 - x^2))", "-1 <= x <= 1"],
    ["atan(x) + atan(y) = atan((x + y)/(1 - x*y))", "x*y != 1"],
    ["cos(n*pi) = 1", "n integer"],
    ["acosh(cosh(x)) = x"],
    ["4*atan(1/5) - atan(1/238) = pi/4"],
  ] as Step[])
    assert.is(gradeOf(...step), "refuted", step.join(" if "));
});

test("nothing is proved across a pole or of what has no value", () => {
  for (const step of [
    ["atan(tan(x)) = x", "0 <= x <= pi/2"],
    ["asin(2) = asin(2)"],
    ["acos(x + 2) = acos(x + 2)", "x > 0"],
    ["sec(pi/2) = sec(pi/2)"],
  ] as Step[])
    assert.is.not(gradeOf(...step), "proved", step.join(" if "));
});

test.run();
