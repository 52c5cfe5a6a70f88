import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../src/derive/claims/gradeClaim.js";
import type { ClaimText } from "../../src/derive/claims/readClaims.js";
import { random } from "../../src/index.js";
import { failsAt, truthOf } from "./oracle/truth.js";

interface Row extends ClaimText {
  expected: "true" | "false";
  /** Where a false one fails that chance does not find. */
  at?: Record<string, string>;
}

const test = suite("derive: claims by hand");
const folder = join(import.meta.dirname, "..", "fixtures", "derive");
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
const rows = (file: string): Row[] =>
  (JSON.parse(readFileSync(join(folder, file), "utf8")) as Row[]).map((row) => ({
    ...row,
    relation: row.relation ?? "=",
  }));

/** Claims that the engine does not decide yet; it must not be wrong about them either. */
const undecided = new Set(["cases.true-28"]);

/** Claims whose falsehood shows only at points that chance does not meet; the witness is checked instead. */
const rare = new Set(["equivalence.false-05", "equivalence.false-06", "equivalence.false-09"]);

for (const file of files) {
  test(`${basename(file, ".json")}: what is true is proved, what is false is refuted`, () => {
    for (const claim of rows(file)) {
      const { grade, witness, conditions, reason } = gradeClaim(claim, () => 0);
      const evidence = `${claim.id} ${grade} ${JSON.stringify(witness ?? reason ?? conditions)}`;
      const proved = grade === "proved" || grade === "proved-if";
      if (claim.expected === "true") assert.is.not(grade, "refuted", evidence);
      else assert.not.ok(proved, evidence);
      const decided = claim.expected === "true" ? proved : grade === "refuted";
      if (undecided.has(claim.id)) {
        if (decided) console.log(`decided by now: ${claim.id}`);
      } else assert.ok(decided, evidence);
      if (witness) assert.is.not(failsAt(claim, witness.point), false, `${evidence}: no witness`);
    }
  });

  test(`${basename(file, ".json")}: the expected verdicts are those of the tests' own evaluator`, () => {
    for (const claim of rows(file)) {
      if (claim.relation === "O" || rare.has(claim.id)) continue; // no point shows it
      if (claim.at) {
        assert.is(failsAt(claim, claim.at), true, claim.id);
        continue;
      }
      const truth = truthOf(claim, random(3), 30);
      if (claim.expected === "false") assert.ok(truth.fails !== undefined, `${claim.id} holds`);
      else assert.is(truth.fails, undefined, claim.id);
      if (claim.expected === "true") assert.ok(truth.held > 0, `${claim.id} was tried nowhere`);
    }
  });
}

test("every fragment has claims of both kinds, each under an id of its own", () => {
  const all = files.flatMap(rows);
  assert.ok(all.length > 500, `${all.length} claims`);
  assert.is(new Set(all.map(({ id }) => id)).size, all.length);
  for (const file of files) {
    const kinds = new Set(rows(file).map(({ expected }) => expected));
    assert.is(kinds.size, 2, file);
  }
  for (const id of undecided)
    assert.ok(
      all.some((claim) => claim.id === id),
      id,
    );
});

test.run();
