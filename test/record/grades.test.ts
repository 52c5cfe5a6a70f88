import { suite } from "uvu";
import * as assert from "uvu/assert";
import { grades, gradeText, isGrade, isWanted, tallyOf, weakest } from "../../src/record/index.js";

const test = suite("record: grades");

test("a whole is as good as its weakest part, in whatever order they stand", () => {
  const worstFirst = ["refuted", "unknown", "tested", "proved-if", "proved", "assumed"] as const;
  worstFirst.forEach((grade, i) => {
    for (const better of worstFirst.slice(i)) {
      assert.is(weakest([better, grade]), grade);
      assert.is(weakest([grade, better, grade]), grade);
    }
  });
  assert.is(weakest([]), "unknown");
});

test("a tally counts each grade that is there, the best known first", () => {
  assert.equal(tallyOf(["assumed", "proved", "refuted", "proved"]), [
    { grade: "proved", count: 2 },
    { grade: "refuted", count: 1 },
    { grade: "assumed", count: 1 },
  ]);
  assert.equal(tallyOf([]), []);
});

test("a grade is one of six words and nothing else", () => {
  assert.is(grades.filter(isGrade).length, 6);
  for (const other of ["Proved", "proved if", "", "constructor", 1, null, undefined]) {
    assert.not(isGrade(other));
  }
  assert.equal(grades.map(gradeText), [
    "proved",
    "proved if",
    "tested",
    "refuted",
    "unknown",
    "assumed",
  ]);
});

test("a refutation is wanted where its author says so, and a proof is not", () => {
  assert.ok(isWanted({ grade: "refuted", expect: "refuted" }));
  assert.not(isWanted({ grade: "refuted" }));
  assert.not(isWanted({ grade: "proved", expect: "refuted" }));
});

test.run();
