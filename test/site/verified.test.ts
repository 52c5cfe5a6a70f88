import type { Evidence } from "../../src/agree/index.js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, gradeSummary, summaryMime } from "../../src/index.js";
import { verify } from "../../src/derive/records/verify.js";
import { buildSite } from "../../src/site/index.js";
import { code, markdown, notebookOf } from "./notebookOf.js";

const test = suite("site: what a page shows is what was found");
const mime = "application/vnd.rederive.derivation.v1+json";

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const good = plain(
  derivation("a.good")
    .from("x + x")
    .equals("2*x", "add", { items: [1] })
    .toJSON(),
);
const wrong = plain(
  derivation("a.wrong")
    .from("x + 1")
    .equals("x", "no", { items: [2] })
    .toJSON(),
);

/** The page of a notebook with these records, what the build says, and the evidence beside the page. */
async function built(...records: unknown[]) {
  const cells = records.map((record) => code("derivation()", { [mime]: record }));
  return builtOf(...cells);
}
async function builtOf(...cells: ReturnType<typeof code>[]) {
  const text = notebookOf(
    markdown("# One\n\n## Part\n\n$$x + 1 = x \\tag{a.wrong}$$\n\n$$x + x = 2x \\tag{a.good}$$"),
    ...cells,
  );
  const notebooks = [{ path: "x.ipynb", text }];
  const site = await buildSite({ notebooks, inventory: [], sources: [], version: "1" }, verify);
  const file = (path: string) => String(site.files.find((one) => one.path === path)?.content ?? "");
  const evidence = file("x.evidence.json");
  return {
    html: file("x.html").replace(/\s+/g, " "),
    evidence: evidence ? (JSON.parse(evidence) as Evidence).derivations : [],
    failures: site.problems.filter(({ kind }) => kind === "failure").map(({ text }) => text),
  };
}

test("records that are found again are shown without a word, and are the evidence", async () => {
  const { html, evidence, failures } = await built(good);
  assert.equal(failures, []);
  assert.match(html, /class="step proved"/);
  assert.equal(evidence, [good]);
});
test("a typed grade is named, and the page and the evidence have the grade that was found", async () => {
  const typed = { ...wrong, grade: "proved", steps: [{ ...wrong.steps[0], grade: "proved" }] };
  delete (typed.steps[0] as { witness?: object }).witness;
  const { html, evidence, failures } = await built(typed);
  assert.is(failures.length, 2);
  assert.is(failures[1], "a step failed: a.wrong, step 1: x + 1 and x differ");
  assert.match(
    failures[0],
    /^a\.wrong: what is stored is not what its texts give: grade: stored "proved", found "refuted"; step 1, /,
  );
  assert.not.match(html, /class="step proved"/);
  assert.match(html, /class="step refuted"/);
  assert.equal(evidence, [wrong]);
});
test("of what cannot be graded again nothing but its id is shown, as not checked", async () => {
  const bundle = {
    id: "a.good",
    grade: "proved",
    steps: [{ lhs: "1", rhs: "2", latex: "1 = 2", grade: "proved" }],
    errata: [],
  };
  for (const record of [
    bundle,
    { id: "a.good", grade: "proved" },
    { id: 3, steps: [null] },
    null,
  ]) {
    const { html, evidence, failures } = await built(record);
    assert.is(failures.length, 1, JSON.stringify(record));
    assert.match(failures[0], /^(a\.good|a derivation): not checked: cannot be graded again: /);
    assert.match(html, /<code>(a\.good|a derivation)<\/code>: not checked\. It cannot be graded/);
    assert.not.match(html, /class="step/);
    assert.equal(evidence, []);
  }
});
test("a summary is made of what was found, and a typed one is named", async () => {
  const summary = plain(gradeSummary([good, wrong]));
  const shown = (value: object) =>
    builtOf(
      code("a", { [mime]: good }),
      code("b", { [mime]: wrong }),
      code("c", { [summaryMime]: value }),
    );
  const fell = "a step failed: a.wrong, step 1: x + 1 and x differ";
  assert.equal((await shown(summary)).failures, [fell]);
  const typed = { ...summary, items: summary.items.map((item) => ({ ...item, grade: "proved" })) };
  const { html, failures } = await shown(typed);
  assert.equal(failures, ["its summary: item 2 is stored as proved, found refuted", fell]);
  assert.match(html, /2 items: 1\sproved, 1\srefuted/);
});
test("the id and the reason of what is not checked are only text", async () => {
  const { html } = await built({ id: "<i data-x>", steps: [], errata: [], version: "<b data-x>" });
  assert.match(html, /not checked/);
  assert.not.match(html, /<[ib] data-x/);
});

test.run();
