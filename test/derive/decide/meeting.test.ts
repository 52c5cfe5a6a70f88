import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Derivation } from "../../../src/derive/index.js";
import { regraded } from "../../../src/derive/records/regrade.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import type { Relation } from "../../../src/record/types.js";

const test = suite("derive: conditions that hold together");

const found = (lhs: string, rhs: string, assumptions: string[] = [], relation: Relation = "=") =>
  gradeClaim({ id: "row", lhs, relation, rhs, assumptions }, () => 0);

test("nothing is tested or proved under a condition that the assumptions exclude", () => {
  const rows: [string, string, string[]][] = [
    ["x^y*x^z", "x^(y + z)", ["x < 0"]],
    ["(x^y)^2", "x^(2*y)", ["x < -2"]],
    ["log(x^y)", "y*log(-x)", ["x < 0"]],
    ["x^(y + 1)", "x*x^y", ["x <= 0"]],
    ["(x - y)^z*(x - y)", "(x - y)^(z + 1)", ["x < y"]],
    ["(x*y)^z", "x^z*y^z", ["x > 0", "y < 0"]],
    ["x^y*(-x)^z*x^w", "(-x)^z*x^(y + w)", []],
  ];
  for (const [lhs, rhs, assumptions] of rows) {
    const { grade, reason } = found(lhs, rhs, assumptions);
    assert.is(grade, "unknown", lhs);
    assert.match(
      reason!,
      /^(what is assumed excludes the condition|the conditions exclude each other)/,
    );
  }
  assert.match(found("x^y", "x^y + 1", ["x < 0"], "<=").reason!, /excludes the condition `x > 0`$/);
});
test("the same holds where the assumptions leave room", () => {
  assert.is(found("x^y*x^z", "x^(y + z)", ["x > 0"]).grade, "proved");
  assert.is(found("x^y*x^z", "x^(y + z)").grade, "proved-if");
  assert.is(found("x^(2*n)*x", "x^(2*n + 1)", ["x < 0", "n integer >= 0"]).grade, "proved");
  assert.is(found("(x*y)^z", "x^z*y^z", ["x > 0"]).grade, "proved-if");
});
test("a list is proved under conditions that one point meets, in one name, in several, beside assumptions", () => {
  const rows: [string, string, string[], string][] = [
    ["[sqrt(x)^2, sqrt(-x - 1)^2]", "[x, -x - 1]", [], "unknown"],
    ["[sqrt(x)^2, sqrt(-x)^2]", "[x, -x]", [], "proved-if"], // at 0
    ["[sqrt(x)^2, sqrt(y)^2, sqrt(-x - y - 1)^2]", "[x, y, -x - y - 1]", [], "unknown"],
    ["[sqrt(x)^2, sqrt(y)^2, sqrt(1/100 - x - y)^2]", "[x, y, 1/100 - x - y]", [], "proved-if"],
    [
      "[sqrt(x - y)^2, sqrt(y - z)^2, sqrt(z - x - 1)^2]",
      "[x - y, y - z, z - x - 1]",
      [],
      "unknown",
    ],
    ["[sqrt(x)^2, sqrt(-y)^2]", "[x, -y]", ["x < y"], "unknown"],
    ["[sqrt(x)^2, sqrt(-y)^2]", "[x, -y]", ["x > y"], "proved-if"],
    ["[x[1]/x[1], sqrt(-x[1])^2]", "[1, -x[1]]", [], "proved-if"],
    ["[sqrt(x[1])^2, sqrt(-1 - x[1])^2]", "[x[1], -1 - x[1]]", [], "unknown"],
    ["[sum(k, k, 1, n), sqrt(-n - 1)^2]", "[n*(n + 1)/2, -n - 1]", [], "unknown"],
  ];
  for (const [lhs, rhs, assumptions, grade] of rows)
    assert.is(found(lhs, rhs, assumptions).grade, grade, `${lhs} ${assumptions.join()}`);
});
test("conditions that leave a narrow strip, far from 0, are met there", () => {
  assert.is(found("sqrt(x - 1000)^2 + sqrt(1001 - x)^2", "1").grade, "proved-if");
  const strip = found("sqrt(y - 1000 - x)^2 + sqrt(1000 + x + 1/1000 - y)^2", "1/1000");
  assert.is(strip.grade, "proved-if");
  assert.is(found("sqrt(x - 2)^2 + sqrt(1 - x)^2", "-1").grade, "refuted");
});
test("an index that may be no integer is a condition, and one that is none leaves no value", () => {
  const texts = (lhs: string, rhs: string, assumptions: string[] = []) => {
    const { grade, conditions } = found(lhs, rhs, assumptions);
    return [grade, ...conditions.flatMap(({ text, metBy }) => (metBy === undefined ? [text] : []))];
  };
  assert.equal(texts("x[m/2]", "x[m/2] + 0*m"), ["proved-if", "m/2 is an integer"]);
  assert.equal(texts("2*x[a*b]", "x[a*b] + x[b*a]"), [
    "proved-if",
    "a*b is an integer",
    "b*a is an integer",
  ]);
  assert.equal(texts("x[2*n + 1]", "x[1 + 2*n]", ["n integer"]), ["proved"]);
  assert.equal(texts("x[n + 1] - x[n]", "-x[n] + x[n + 1]"), ["proved"]);
  assert.equal(texts("sum(x[2*k], k, 1, n)", "sum(x[2*k]*1, k, 1, n)", ["n integer >= 1"]), [
    "proved",
  ]);
  for (const [lhs, rhs] of [
    ["x[1/2]", "x[1/2] + 0*m"],
    ["x[n]*x[n + 1/2]", "x[n + 1/2]*x[n]"],
    ["sum(x[k/2], k, 1, 2)", "x[1/2] + x[1]"],
  ])
    assert.is(found(lhs, rhs).grade, "unknown", lhs);
  assert.is(found("x[m/2]", "x[m/2] + 0*m", ["0 < m < 2"]).grade, "unknown");
});
test("the steps of a chain hold under conditions that do not exclude each other", () => {
  const graded = (...sides: string[]) => {
    const chain = new Derivation("a.b").from("x");
    for (const side of sides) chain.equals(side);
    const record = chain.toJSON();
    assert.equal(regraded(record), record);
    return record;
  };
  const apart = graded("sqrt(x)^2", "x + 0", "-sqrt(-x - 1)^2 - 1");
  assert.equal(
    apart.steps.map(({ grade }) => grade),
    ["proved-if", "proved-if", "unknown"],
  );
  assert.is(
    apart.steps[2].reason,
    "with the steps above it, the conditions exclude each other: `x >= 0`, `-x - 1 >= 0`; begin anew with from() where another case begins",
  );
  assert.is(graded("sqrt(x)^2", "x + 0", "-sqrt(-x)^2").grade, "proved-if"); // at 0
  const cases = new Derivation("a.b").from("x").equals("sqrt(x)^2").from("-x").equals("sqrt(-x)^2");
  assert.is(cases.grade, "proved-if");
});
test("both parts of an induction hold under conditions that meet", () => {
  const chain = new Derivation("a.b", ["n integer >= 0", "x < 0"]).recurrence("r", "x", "r*x");
  const step = chain.from("r(n)").equals("x*x^n", "", { induction: "n" }).toJSON().steps.at(-1)!;
  assert.is(step.grade, "proved");
});

test.run();
