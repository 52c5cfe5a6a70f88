import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import type { Relation } from "../../../src/record/types.js";

const test = suite("derive: claims about lists");

const found = (lhs: string, relation: Relation, rhs: string) =>
  gradeClaim({ id: "list", lhs, relation, rhs, assumptions: [] }, () => 0);

test("hold where their sizes agree and every entry does", () => {
  const claims: [string, Relation, string, string][] = [
    ["[a + b, 2]", "=", "[b + a, 1 + 1]", "proved"],
    ["[a, b]", "=", "[c, d]", "refuted"],
    ["[a, b]", "=", "[a, b, c]", "refuted"],
    ["[1, 2]", "=", "[[1], [3], [2]]", "refuted"],
    ["[[1, 2]]", "=", "[[1], [2]]", "refuted"],
    ["[a/a, 1]", "=", "[1, 1]", "proved-if"],
    ["[0, 0]", "<=", "[x^2, y^2]", "proved"],
    ["[0, 0]", "<", "[x^2, y^2]", "refuted"],
    ["2*[a, b] + [1, c]", "=", "[2*a + 1, 2*b + c]", "proved"],
    ["matmul([[1, 2], [3, 4]], [[x], [y]])", "=", "[[x + 2*y], [3*x + 4*y]]", "proved"],
    ["matmul([[1, 2], [3, 4]], [[x], [y]])", "=", "[[x + 2*y], [3*x - 4*y]]", "refuted"],
    ["transpose([[a, b], [c, d]])", "=", "[[a, c], [b, d]]", "proved"],
    ["grad(x^2*y, [x, y])", "=", "[2*x*y, x^2 + 1]", "refuted"],
    ["[f(x), 1]", "=", "[f(y), 1]", "refuted"],
  ];
  for (const [lhs, relation, rhs, grade] of claims)
    assert.is(found(lhs, relation, rhs).grade, grade, `${lhs} ${relation} ${rhs}`);
});
test("of a list and a number, or of a vector and a row, are undecided, and say what to write", () => {
  for (const [lhs, relation, rhs] of [
    ["[1, 2] - [1, 2]", "=", "0"],
    ["1", "<=", "[1, 2]"],
    ["[x]", "=", "x"],
    ["[1, 2]", "=", "[[1, 2]]"],
    ["[1, 2]", "<", "[3, 4, 5]"],
  ] as const) {
    const { grade, reason } = found(lhs, relation, rhs);
    assert.is(grade, "unknown", lhs);
    assert.match(
      reason!,
      /^the left side is .* and the right side .*: lists are compared entry by entry, write both with one size$/,
    );
  }
  assert.is(found("[1, 2] - [1, 2]", "=", "[0, 0]").grade, "proved");
});
test("without entries are refused where they stand", () => {
  for (const text of ["[]", "[[]]", "[[1], []]"])
    assert.match(
      found(text, "=", text).reason!,
      /a list without entries: write them, as in \[1, 2\]/,
    );
});
test("name the first entry that fails, and a list that has no size", () => {
  assert.match(found("[a, b]", "=", "[a, c]").method, /entry 2/);
  assert.match(found("[a, [b]]", "=", "[a, b]").reason!, /a list must have rows of one length/);
});

test.run();
