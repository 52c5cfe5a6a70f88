import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import type { ClaimText } from "../../../src/derive/claims/readClaims.js";

const test = suite("derive: claims with > and >=, and statements in parentheses");

const graded = (
  lhs: string,
  relation: ClaimText["relation"],
  rhs: string,
  ...assumptions: string[]
) => gradeClaim({ id: "case", lhs, relation, rhs, assumptions }, () => 0);

test("a claim with > is the claim with <, and its witness keeps the sides as written", () => {
  assert.is(graded("x^2 + 1", ">", "0").grade, "proved");
  assert.is(graded("x^2", ">=", "2*x - 1").grade, "proved");
  assert.is(graded("x^2", ">", "2*x - 1").grade, "refuted");
  const { grade, witness } = graded("x", ">=", "2*x", "x > 0");
  assert.is(grade, "refuted");
  assert.is(Number(witness!.rhs), 2 * Number(witness!.lhs));
});

test("parentheses around and, or and comparisons group them, and are multiplied out", () => {
  const implied = (premise: string, conclusion: string) => graded(premise, "=>", conclusion).grade;
  assert.is(implied("(x = 1 and y = 2) or (x = 2 and y = 1)", "x + y = 3"), "proved");
  assert.is(implied("(x = 1 and y = 2) or (x = 2 and y = 1)", "x = 1"), "refuted");
  assert.is(implied("(x = 1 or x = 2) and y = 3*x", "y = 3 or y = 6"), "proved");
  assert.is(implied("(x = 1 or x = 2) and y = 3*x", "y = 3"), "refuted");
  assert.is(implied("(x) = (1)", "x^2 = 1"), "proved");
  assert.is(graded("(x - 1)*(x - 2) = 0", "<=>", "(x = 1 or (x = 2))").grade, "proved");
  const wide = Array.from({ length: 40 }, (_, i) => `(a = ${i} or b = ${i})`).join(" and ");
  assert.match(graded(wide, "=>", "x = 1").reason!, /more than 64 alternatives/);
  assert.is(
    graded(`${"(".repeat(300)}x = 1 or x = 2${")".repeat(300)}`, "<=>", "x = 1 or x = 2").grade,
    "proved",
  );
  assert.match(graded("(x = 1 or) and y = 2", "=>", "x = 1").reason!, /malformed: cannot read/);
});

test.run();
