import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readAssumptions } from "../../../src/derive/assumptions/assumptions.js";
import { decide } from "../../../src/derive/opinion/decide.js";
import { parse } from "../../../src/derive/read/parse.js";
import type { Relation } from "../../../src/record/types.js";

const test = suite("derive: numbers with a name of their own");
const verdict = (lhs: string, relation: Relation, rhs: string, assumptions: string[]) =>
  decide({ left: parse(lhs), relation, right: parse(rhs) }, readAssumptions(assumptions));

test("an assumption about pi or e gives them no other value", () => {
  const claims: [string, Relation, string, string[]][] = [
    ["2*x/pi", "<=", "sin(x)", ["0 <= x", "x <= pi/2"]],
    ["x", "<", "tan(x)", ["x > 0", "x < pi/2"]],
    ["x + e", "<", "6", ["x < e"]],
    ["atan(n)", "=", "asin(n/sqrt(1 + n^2))", ["n integer", "n < pi"]],
    ["floor(x)", "<=", "3", ["x <= pi", "e < pi"]],
  ];
  for (const [lhs, relation, rhs, assumptions] of claims)
    assert.is(
      verdict(lhs, relation, rhs, assumptions).grade,
      "tested",
      `${lhs} ${relation} ${rhs}`,
    );
});
test("what fails below pi is refuted at a point without pi", () => {
  const { grade, witness } = verdict("floor(x)", "<=", "2", ["x <= pi"]);
  assert.is(grade, "refuted");
  assert.equal(witness?.point, { x: "3" });
});
test("a number with a name is declared to be nothing else", () => {
  assert.throws(
    () => readAssumptions(["e integer >= 1"]),
    /^assumption `e integer >= 1`: e is a number of its own$/,
  );
});
test.run();
