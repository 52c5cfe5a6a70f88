import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Relation } from "../../../src/record/types.js";
import { allGraded as rowsGraded, type Row as FullRow, verdictOf } from "../rows.js";

const test = suite("dependence: equations that link a name to a variable");

/** Left side, relation and right side; assumptions where there are any. */
type Row = [string, Relation, string, string[]?];
const full = ([lhs, relation, rhs, given = []]: Row): FullRow => [lhs, relation, rhs, given];
const allGraded = (rows: Row[], expected: RegExp): void => rowsGraded(rows.map(full), expected);
const reason = (row: Row): string => verdictOf(full(row)).reason ?? "";

test("a premise that gives a name as a function of the variable is inserted", () => {
  allGraded(
    [
      ["u = x^2", "=>", "D(u*x, x) = 3*x^2"],
      ["u = x^2", "=>", "D(sin(u), x) = 2*x*cos(u)"],
      ["y = x^2 and z = y^3", "=>", "D(z, x) = 6*x^5"],
      ["A = pi*r^2 and r = 2*t", "=>", "D(A, t) = 4*pi*r"],
      ["p = m*v and v = g*t", "=>", "D(p, t) = m*g"],
      ["x = cos(t) and y = sin(t)", "=>", "D(x, t) = -y"],
      ["x = cos(t) and y = sin(t)", "=>", "D(x^2 + y^2, t) = 0"],
    ],
    /^proved$/,
  );
  allGraded(
    [
      ["u = x^2", "=>", "D(u*x, x) = u"],
      ["u = x^2", "=>", "D(u, x) = 0"],
      ["A = pi*r^2 and r = 2*t", "=>", "D(A, t) = 2*pi*r"],
      ["p = m*v and v = g*t", "=>", "D(p, t) = 0"],
      ["x = cos(t) and y = sin(t)", "=>", "D(x*y, t) = 0"],
    ],
    /^refuted$/,
  );
  const { method } = verdictOf(["u = x^2", "=>", "D(u*x, x) = 3*x^2", []]);
  assert.match(method, /; with u = x\^2 inserted$/);
});

test("so is an assumption, also that of a lone name beside the parameters of its formula", () => {
  allGraded(
    [
      ["D(u*x, x)", "=", "3*x^2", ["u = x^2"]],
      ["D(m*c^2, c)", "=", "2*m*c", ["E = m*c^2"]],
      ["D(a*x + b, x)", "=", "a", ["y = a*x + b"]],
    ],
    /^proved$/,
  );
  allGraded([["D(u*x, x)", "=", "u", ["u = x^2"]]], /^refuted$/);
});

test("where it may be about one place, or the name stands under a sum or an integral, nothing is graded", () => {
  const linked: Row[] = [
    ["x*y = 1", "=>", "D(x*y, x) = 0"],
    ["x*y = 1", "=>", "D(x*y, x) = y"],
    ["w = a*x and a = x", "=>", "D(w, x) = 2*x"],
    ["y = 2*x", "=>", "integrate(y, x, 0, 1) = 1"],
    ["y = 2*x", "=>", "integrate(y, x, 0, 1) = y"],
    ["a = k", "=>", "sum(a, k, 1, 3) = 6"],
    ["a = k", "=>", "sum(a, k, 1, 3) = 3*a"],
    ["u = x^2", "=>", "at(u, x, 2) = u"],
    ["integrate(y, x, 0, 1)", "=", "y", ["y = 2*x"]],
    ["prod(a, k, 1, 3)", "=", "a^3", ["a = k"]],
  ];
  for (const row of linked) {
    allGraded([row], /^unknown$/);
    assert.match(reason(row), /may say how \w depends on \w: insert it, or assume/);
  }
  assert.match(
    reason(["x = t^2 and y = t^3", "=>", "D(y, x) = 3*t"]),
    /may say that both depend on t: write D\(y, t\)\/D\(x, t\)$/,
  );
});

test("a place, a solution and a limit of the sum link nothing", () => {
  allGraded(
    [
      ["D(a*x^2 - b*x, x) = 0", "<=>", "2*a*x = b"],
      ["2*a*x = b", "=>", "D(a*x^2 - b*x, x) = 0"],
      ["x = 3", "=>", "integrate(x^2, x, 0, 1) = 1/3"],
      ["y = 3", "=>", "integrate(y*x, x, 0, 1) = 3/2"],
      ["s = v*t", "=>", "D(s, t) = v", ["v constant"]],
      ["m = sum(x[k], k, 1, n)/n", "=>", "sum(x[k] - m, k, 1, n) = 0", ["n integer >= 1"]],
    ],
    /^proved$/,
  );
});

test("what gives a quantity in two variables links these to each other in no way", () => {
  allGraded(
    [
      ["r = sqrt(x^2 + y^2)", "=>", "partial(r, x) = x/r", ["x > 0"]],
      ["z = x*y", "=>", "partial(z, x) = y"],
    ],
    /^proved-if$/,
  );
  allGraded([["z = x*y", "=>", "partial(z, x) = x"]], /^refuted$/);
});

test("a declared quantity has another value at a place and in each term of a sum", () => {
  const declared: Row[] = [
    ["at(y, x, 1)", "=", "y", ["y depends on x"]],
    ["sum(y, x, 1, 3)", "=", "3*y", ["y depends on x"]],
  ];
  for (const row of declared) {
    allGraded([row], /^unknown$/);
    assert.match(reason(row), /^y depends on x, which takes other values here/);
  }
  const { grade, conditions } = verdictOf(["at(y, x, 0)", "=", "y", []]);
  assert.is(grade, "proved-if");
  assert.equal(
    conditions.map(({ text }) => text),
    ["y does not depend on x"],
  );
});

test("a rate beside an equation between quantities tells how fast the other one changes", () => {
  allGraded([["V = s^3 and D(s, t) = 2", "=>", "D(V, t) = 6*s^2"]], /^proved$/);
  allGraded([["D(s, t) = 2", "=>", "D(D(s, t), t) = 0"]], /^unknown$/);
});

test.run();
