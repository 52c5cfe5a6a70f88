import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { readAssumptions } from "../../../src/derive/assumptions/assumptions.js";
import { decide } from "../../../src/derive/opinion/decide.js";
import { parse } from "../../../src/derive/read/parse.js";
import { derivation, tex } from "../../../src/index.js";
import { allGraded, type Row } from "../rows.js";

const test = suite("derive: rounding");

const holds: Row[] = [
  ["pi", "≈", "3.1416", []],
  ["sqrt(2)", "≈", "1.4142", []],
  ["10/343", "≈", "0.0292", []],
  ["1/3", "≈", "0.333", []],
  ["e", "≈", "2.718", []],
  ["exp(-1)", "≈", "0.3679", []],
  ["log(2)", "≈", "0.693147", []],
  ["2/3", "≈", "0.67", []],
  ["100/433", "≈", "0.231", []],
  ["1/sqrt(2*pi)", "≈", "0.3989", []],
  ["1/2", "≈", "0.5", []],
  ["12345.678", "≈", "12346", []],
  ["299792458", "≈", "3.00e8", []],
  ["299792458", "≈", "3e8", []],
  ["123456", "≈", "1.23e5", []],
  ["-123456", "≈", "-1.23*10^5", []],
  ["exp(100)", "≈", "2.688e43", []],
  ["2^100", "≈", "1.27*10^30", []],
  ["factorial(10)", "≈", "3.63e6", []],
  ["exp(-7)", "≈", "9.1*10^(-4)", []],
  ["1/3000", "≈", "3.33*10^-4", []],
  ["120.4", "≈", "120.", []],
  ["0.3", "≈", "0", []],
  ["x - x + 0.042", "≈", ".04", []],
];
const fails: Row[] = [
  ["pi", "≈", "3.1415", []],
  ["10/343", "≈", "0.0291", []],
  ["1/3", "≈", "0.334", []],
  ["2/3", "≈", "0.66", []],
  ["sqrt(2)", "≈", "1.4143", []],
  ["log(2)", "≈", "0.693148", []],
  ["100/343", "≈", "0.2916", []],
  ["x", "≈", "3", []],
  ["e", "≈", "2.719", []],
  ["299792458", "≈", "2.99e8", []],
  ["123456", "≈", "1.24e5", []],
  ["123456", "≈", "1.230e5", []],
  ["0.0456", "≈", "1.2e-3", []],
  ["6.62607e-34", "≈", "9.99*10^(-34)", []],
  ["exp(-7)", "≈", "5*10^(-2)", []],
  ["1/1000", "≈", "4.9e-2", []],
];

test("roundings: what holds is proved", () => allGraded(holds, /^proved/));
test("roundings: what fails is refuted", () => allGraded(fails, /^refuted$/));
test("what prints no digits, or leaves open which count, is refused in every entrance", () => {
  const reason = (rhs: string) =>
    gradeClaim({ id: "r", lhs: "0.8", relation: "≈", rhs, assumptions: [] }, () => 0).reason ?? "";
  for (const rhs of ["1/3", "pi", "10^(-3)", "2*3", "x", "(1.2*10)^3", "22/7", "1.2*10^k"]) {
    assert.match(
      reason(rhs),
      /^malformed: the right side of ≈ must be a number with the digits/,
      rhs,
    );
  }
  assert.match(reason("120000"), /^malformed: the zeros of `120000` .*: write 1\.2e5, in LaTeX 1/);
  assert.match(reason("-10"), /write -1e1, in LaTeX -1 \\times 10\^\{1\}$/);
  assert.match(reason("1e-5000"), /must be worth 10\^-2000 to 10\^2000, got 10\^-5000$/);
  const from = () => derivation("a.b").from("0.8");
  assert.throws(() => from().approximately("pi"), /^a\.b: the right side of ≈ must be a number/);
  assert.throws(() => from().approximately("1200"), /^a\.b: the zeros of `1200` .* write 1\.2e3,/);
  assert.throws(() => from().approximately(tex`2 \cdot 3`), /^a\.b: the right side of ≈/);
  assert.throws(() => from().chain("0.8 ≈ 1/3"), /^a\.b: the right side of ≈/);
  assert.throws(
    () => from().chain(tex`0.8 \approx \frac{1}{3}`),
    /after \\approx must stand a number with the digits that are printed/,
  );
  assert.throws(
    () => from().erratum({ asWritten: tex`1 \approx 1 e - 3`, corrected: "1 = 1.0" }),
    /after \\approx must stand a number/,
  );
  const [left, right] = [parse("0.8"), parse("0.8")];
  assert.throws(
    () => decide({ left, relation: "≈", right }, readAssumptions([])),
    /^≈ needs the unit of the last digit that is printed$/,
  );
});
test("LaTeX prints powers of ten with \\times and \\cdot, and the record keeps every digit", () => {
  const graded = (text: string) =>
    derivation("a.b")
      .chain(tex`${text}`)
      .toJSON().steps[0];
  for (const [text, grade] of [
    ["299792458 \\approx 3.00 \\times 10^{8}", "proved"],
    ["299792458 \\approx 3.0 \\cdot 10^8", "proved"],
    ["-\\frac{1}{3000} &\\approx -3.33 \\times 10^{-4}", "proved"],
    ["299\\,792.458 \\approx 299\\,792.5", "proved"],
    ["0.501 \\approx {0.50}", "proved"],
    ["0.52 \\approx (0.50)", "refuted"],
    ["299\\,792.458 \\approx 299\\,792.4", "refuted"],
    ["6.62607 \\times 10^{-34} \\approx 9.99 \\times 10^{-34}", "refuted"],
    ["0.00123 \\approx 9.9 \\times 10^{-3}", "refuted"],
  ]) {
    assert.is(graded(text).grade, grade, text);
  }
  const { rhs, rhsLatex, method } = graded("299792458 \\approx 3.00 \\times 10^{8}");
  assert.equal([rhs, rhsLatex], ["3.00*10^8", "3.00 \\times 10^{8}"]);
  assert.is(method, "exact value within half a unit, the last printed digit being worth 10^6");
});
test.run();
