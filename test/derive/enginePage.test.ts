import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../src/derive/claims/gradeClaim.js";
import { rules } from "../../src/record/rules/rules.js";
import { claimOf } from "./claimOf.js";

const test = suite("derive: docs/engine.md");

const page = readFileSync("docs/engine.md", "utf8");
const rows = [...page.matchAll(/^\| (?!\*\*|id|-)(.*?) \| (.*) \| .* \| (.*) \|$/gm)];
const graded = /`([^`]+)`(?: if ((?:`[^`]+`(?:, )?)+))?: ([a-z-]+)/g;

/** What is found of a claim such as `a = b => b = a`: its grade, or "refused" where it is not read. */
function found(text: string, assumptions: string[]): string {
  const { grade, reason } = gradeClaim(claimOf(text, assumptions), () => 0);
  return reason?.startsWith("malformed: ") ? "refused" : grade;
}

test("each claim of the table has the grade that stands there", () => {
  for (const [, , rule, last] of rows) {
    // Within a table a bar is written \\|.
    const claims = [...last.replaceAll("\\|", "|").matchAll(graded)];
    // A step and a maximum are no claims of one line; tests of their own hold these.
    assert.ok(claims.length > 0 || /provided|argmax|defined|induction|hypothesis/.test(last), rule);
    for (const [, text, ifs = "", expected] of claims) {
      const assumptions = [...ifs.matchAll(/`([^`]+)`/g)].map(([, one]) => one);
      assert.is(found(text, assumptions), expected, text);
    }
  }
});
test("the rules of the table are those that verdicts carry, each with a row of its own or more", () => {
  const documented = rows.flatMap(([, ids]) => ids.split(", ").map((id) => id.replaceAll("`", "")));
  assert.equal([...new Set(documented)].sort(), [...rules.keys()].sort());
});
test("the table stands in one piece, with all its claims", () => {
  assert.ok(rows.length >= 25, `${rows.length} rows`);
  assert.ok([...page.matchAll(graded)].length >= 40);
  const lines = page.split("\n");
  const first = lines.findIndex((line) => line.startsWith("| id |"));
  const length = lines.slice(first).findIndex((line) => !line.startsWith("|"));
  const bold = lines.filter((line) => line.startsWith("| **")).length;
  assert.is(length, rows.length + bold + 2);
});
test("a wrong grade would be seen", () => {
  assert.is(found("x = x + 1", []), "refuted");
  assert.is(found("x < 2", ["x < 1"]), "proved");
});

test.run();
