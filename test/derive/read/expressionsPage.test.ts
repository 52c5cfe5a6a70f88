import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";

const test = suite("derive: docs/expressions.md");

const page = readFileSync("docs/expressions.md", "utf8");
const refusals = page.slice(0, page.indexOf("\n## Random variables"));
const rows = [...refusals.matchAll(/^\| `(.*?)` \| (.*?) \|(?: (`.*`) \|)?$/gm)].map(
  ([, text, why, assume]) => ({ text, why, assume }),
);

/** The reason why a claim is not graded; empty for one that is read. */
function refusal(text: string, assumptions: string[]): string {
  const [lhs, rhs = "x"] = text.split(" = ");
  const { reason } = gradeClaim({ id: "row", lhs, relation: "=", rhs, assumptions }, () => 0);
  return reason?.startsWith("malformed: ") ? reason : "";
}

test("each row is refused for the reason that stands there", () => {
  assert.ok(rows.length >= 18, `${rows.length} rows`);
  for (const { text, why } of rows) {
    const found = refusal(text, []);
    assert.ok(found.includes(why), `${text}\n  expected: ${why}\n  got: ${found}`);
  }
});
test("with what the last column assumes the claim is read", () => {
  const assumed = rows.filter(({ assume }) => assume);
  assert.ok(assumed.length >= 5, `${assumed.length} rows`);
  for (const { text, assume } of assumed) {
    const assumptions = [...assume.matchAll(/`(.*?)`/g)].map(([, one]) => one);
    assert.is(refusal(text, assumptions), "", text);
  }
});

test.run();
