import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Row, verdictOf } from "../rows.js";

const test = suite("derive: conditions");
const open = (row: Row) =>
  verdictOf(row)
    .conditions.filter(({ metBy }) => metBy === undefined)
    .map(({ text }) => text);

test("each division, logarithm, root and negative power leaves a condition, also where it cancels", () => {
  assert.equal(open(["x/x", "=", "1", []]), ["x != 0"]);
  assert.equal(open(["x*x^(-1)", "=", "1", []]), ["x != 0"]);
  assert.equal(open(["log(x) - log(x)", "=", "0", []]), ["x > 0"]);
  assert.equal(open(["sqrt(x) - sqrt(x)", "=", "0", []]), ["x >= 0"]);
  assert.equal(open(["log(x^2)", "=", "2*log(x)", []]), ["x^2 > 0", "x > 0"]);
});
test("an assumption meets a condition by name", () => {
  const { grade, conditions } = verdictOf(["x/(x*y)", "=", "1/y", ["x > 2", "y != 0"]]);
  assert.is(grade, "proved");
  assert.equal(
    conditions.map(({ metBy }) => metBy),
    ["x > 2", "y != 0"],
  );
});
test("a range that a procedure supposed does not hide a point at which both sides differ", () => {
  const row: Row = ["sum(delta(n, k), n, 1, N)", "=", "1", ["N integer >= 1", "k integer"]];
  assert.is(verdictOf(row).grade, "refuted");
});
test("one side alone undefined at every point is refuted, both are unknown", () => {
  assert.is(verdictOf(["log(x)", "=", "1", ["x < 0"]]).grade, "refuted");
  assert.is(verdictOf(["log(x)", "=", "log(x) + 0", ["x < 0"]]).grade, "unknown");
});
test("an integral is called undefined only where it surely is", () => {
  assert.is(verdictOf(["integrate(1/x^2, x, -1, 1)", "=", "-2", []]).grade, "refuted");
  const cube = "integrate(integrate(integrate(exp(-x*y*z), x, 0, 1), y, 0, 1), z, 0, 1)";
  assert.is(verdictOf([cube, "=", "1", []]).grade, "unknown");
});
test("assumptions that contradict each other prove and refute nothing", () => {
  for (const rhs of ["x + 1", "x + 2"]) {
    const { grade, reason } = verdictOf(["1 + x", "=", rhs, ["x > 1", "x < 0"]]);
    assert.is(grade, "unknown");
    assert.match(reason ?? "", /^no point was found that satisfies the assumptions$/);
  }
});
test("a condition binds names that a reader would give, none that stands there already", () => {
  const inside = (product: string) =>
    open([`D(${product}, x[m])`, "=", `${product}/x[m]`, ["m integer", "1 <= m", "m <= n"]]);
  assert.ok(inside("prod(x[t], t, 1, n)").includes("prod(x[k], k, 1, n) != 0"));
  assert.ok(inside("prod(k*x[t], t, 1, n)").includes("prod(x[k], k, 1, n) != 0"));
  assert.ok(
    inside("prod((k + j)*x[t] + k, t, 1, n)").some((text) =>
      /^prod\(.*, l, 1, n\) != 0$/.test(text),
    ),
  );
});
test.run();
