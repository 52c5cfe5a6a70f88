import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isMalformed, readClaims } from "../../../src/derive/claims/readClaims.js";

const test = suite("derive: claims file");
const good = { id: "a", lhs: "x + x", rhs: "2*x" };

/** The reason for which one entry is no claim. */
function reason(entry: unknown): string {
  const [claim] = readClaims([entry]);
  return isMalformed(claim) ? claim.reason : "a claim";
}

test("a claim without relation and assumptions is an equation without any", () => {
  assert.equal(readClaims([{ ...good, kind: "polynomial", note: "passed over" }]), [
    { ...good, relation: "=", assumptions: [] },
  ]);
  assert.equal(readClaims([]), []);
});

test("what a field must be, and what it is, is said", () => {
  assert.is(reason(null), "malformed: a claim must be an object, got null");
  assert.is(reason([good]), "malformed: a claim must be an object, got an array");
  assert.is(reason("x = x"), "malformed: a claim must be an object, got a string");
  assert.is(
    reason({ lhs: "1", rhs: "1" }),
    "malformed: id must be a text that is not empty, got nothing",
  );
  assert.is(
    reason({ ...good, id: " " }),
    'malformed: id must be a text that is not empty, got " "',
  );
  assert.is(
    reason({ id: "a", rhs: "1" }),
    "malformed: lhs must be an expression as a text, got nothing",
  );
  assert.is(reason({ ...good, rhs: 2 }), "malformed: rhs must be an expression as a text, got 2");
  assert.is(
    reason({ ...good, relation: "==" }),
    'malformed: relation must be one of = != < <= > >= ≈ ~ <=> => O, got "=="',
  );
  assert.is(
    reason({ ...good, assumptions: "x > 0" }),
    'malformed: assumptions must be an array of texts such as "x > 0", got "x > 0"',
  );
  assert.match(reason({ ...good, assumptions: [1] }), /got \[1\]$/);
  assert.match(reason({ ...good, rhs: ["x".repeat(500)] }), /^.{1,130}\.\.\.$/);
});

test("an id that stands twice makes the second entry malformed and not the first", () => {
  const [first, second, third] = readClaims([good, { ...good, lhs: "x" }, { ...good, id: "b" }]);
  assert.not.ok(isMalformed(first));
  assert.equal(second, {
    id: "a",
    reason: 'malformed: id must differ from claim to claim, got "a" again (claim 1 has it)',
  });
  assert.not.ok(isMalformed(third));
});

test("a value that is no array is refused", () => {
  assert.throws(
    () => readClaims(good),
    /^a claims file must be a JSON array of claims, got an object; put the claim between \[ and \]$/,
  );
  assert.throws(() => readClaims("x"), /^a claims file must be a JSON array .* got a string$/);
});

test.run();
