import { suite } from "uvu";
import * as assert from "uvu/assert";
import { allGraded, type Row, verdictOf } from "../rows.js";

const test = suite("derive: where functions jump");

test("what fails at a jump that no fraction reaches is not tested", () =>
  allGraded(
    [
      ["delta(x^3, 5)", "=", "0", []],
      ["1", "<=", "ceil((x^2 - 2)^2)", []],
      ["floor(sin(x))", "<=", "0", []],
      ["floor(cos(x)*sin(x) + 1/2)", "<=", "0", []],
      ["delta(x^2 + y^2, 3)*(z^2 + 1)", "=", "0", []],
      ["floor(1 - abs(exp(x) - 2))", "<=", "0", []],
      ["delta(x^2, 2)*delta(y^3, 3)", "=", "0", []],
      ["sum(delta(x^2, 2*k^2), k, 1, n)", "=", "0", ["n integer >= 1"]],
      ["floor(x^2)", "<", "x^2", ["x > 1", "x < 2"]],
      ["sign(floor(x^2) - x^2)", "=", "-1", ["1 < x", "x < 2", "x != 3/2"]],
      ["delta(floor(x^2), x^2)", "=", "0", ["1 < x", "x < 3/2"]],
    ],
    /^unknown$/,
  ));
test("the place is told", () =>
  assert.is(
    verdictOf(["delta(x^2, 2)", "=", "0", ["x > 0"]]).reason,
    "the relation seems to fail where a function jumps, near x = 1.414214",
  ));
test("what holds at the jump, too, stays tested", () =>
  allGraded(
    [
      ["delta(x^2, 2)*x^4", "=", "4*delta(x^2, 2)", []],
      ["delta(sin(x), 1)*cos(x)", "=", "0", []],
      ["floor(sqrt(floor(x)))", "=", "floor(sqrt(x))", ["x >= 0"]],
      ["delta(x^2, y^2)", "=", "delta(abs(x), abs(y))", []],
      ["floor(9/10 - (x^2 - 2)^2)", "<=", "0", []],
      ["floor(sin(x)*cos(x) + 49/100)", "<=", "0", []],
      ["delta(exp(x) + 1, 1 - y^2)", "=", "0", []],
    ],
    /^(proved|tested)$/,
  ));
test("a jump that the assumptions exclude is none, and one at their bound is one", () => {
  const root: Row = ["delta(x^2, 2)", "=", "0", []];
  const under = (row: Row, ...facts: string[]): Row => [row[0], row[1], row[2], facts];
  const wave: Row = ["floor(sin(x))", "<=", "0", []];
  allGraded(
    [
      ...["x^2 != 2", "x^4 != 4", "x^2 > 2", "x > 3/2"].map((fact) => under(root, fact)),
      under(root, "x != sqrt(2)", "x != -sqrt(2)"),
      under(wave, "sin(x) != 1"),
      under(wave, "abs(sin(x)) < 1"),
    ],
    /^(proved|tested)$/,
  );
  allGraded(
    [
      ...["x^2 != 3", "x^2 >= 2", "x != sqrt(2)"].map((fact) => under(root, fact)),
      under(wave, "abs(sin(x)) <= 1"),
    ],
    /^unknown$/,
  );
});
test("waves without a common period reach a jump that is not at 0, and the edge of a root of a square", () => {
  const wave = "sin(x) + sin(sqrt(2)*x)";
  const rows = (e: string): Row[] => [
    [`floor(${wave} + ${e})`, "<=", "1", []],
    [`sqrt((${wave} - 2 + ${e})^2)`, "=", `2 - ${e} - (${wave})`, []],
  ];
  allGraded(rows("1/100"), /^refuted$/);
  allGraded(rows("(-1/100)"), /^(proved|tested)$/);
  allGraded([[`delta(${wave}, 199/100)`, "=", "0", []]], /^unknown$/);
  allGraded([["floor(sin(exp(x)) + sin(x) + 1/100)", "<=", "1", []]], /^(unknown|refuted)$/);
});
test("a bound for integers is tested only where it holds between them, too", () => {
  const three = ["a integer >= 1", "b integer >= 1", "c integer >= 1"];
  const gap = "a^3 + b^3 - c^2 - 27873208";
  allGraded(
    [
      ["1", "<=", `abs(${gap})`, three],
      [`delta(${gap}, 0)`, "=", "0", three],
      [`max(1 - (${gap})^2, 0)`, "=", "0", three],
    ],
    /^unknown$/,
  );
  allGraded(
    [
      ["a*b + 1", "<=", "2^(a + b)", three],
      ["max(a, b)", "=", "a + relu(b - a)", three],
      ["a*b", "<=", "factorial(a)*factorial(b)", three],
    ],
    /^(proved|tested)$/,
  );
});

test.run();
