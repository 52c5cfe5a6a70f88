import { suite } from "uvu";
import * as assert from "uvu/assert";
import { countWork, noteWork, withinWork } from "../../src/derive/work.js";
import { verdictOf } from "./rows.js";

const test = suite("derive: work");

test("what is counted beyond the limit is given up", () => {
  withinWork(10, () => countWork(10));
  assert.throws(
    () => withinWork(10, () => countWork(11)),
    /^gave up at the work that one claim may take$/,
  );
});
test("a part has no more than what it stands in, and what it takes is counted there", () => {
  withinWork(10, () => {
    withinWork(100, () => noteWork(8));
    assert.throws(() => countWork(3), /gave up/);
  });
  assert.throws(() => withinWork(10, () => withinWork(100, () => countWork(11))), /gave up/);
});
test("a part with less leaves the rest to what comes after", () => {
  withinWork(10, () => {
    assert.throws(() => withinWork(2, () => countWork(3)), /gave up/);
    countWork(7);
  });
});
test("a claim that takes more than its share is unknown, and says so", () => {
  const row = ["(x+y)^2", "=", "x^2 + 2*x*y + y^2", []] as Parameters<typeof verdictOf>[0];
  assert.is(verdictOf(row).grade, "proved");
  const { grade, reason } = withinWork(10, () => verdictOf(row));
  assert.is(grade, "unknown");
  assert.match(reason ?? "", /the work that one claim may take/);
});
test.run();
