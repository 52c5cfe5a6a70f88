import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Evidence } from "../../src/agree/index.js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { DerivationJSON } from "../../src/record/types.js";
import { type CodeCell, recordsOf, readNotebook } from "../../src/notebook/index.js";
import { notebookOf, result } from "../notebook/build.js";
import { derivationsOf } from "../notebooks/derivationsOf.js";
import { type Finished, rederive, scratch } from "../run/scratch.js";

const test = suite("cli: a grade cannot be typed");
const files = scratch();
test.after(files.remove);

const mime = "application/vnd.rederive.derivation.v1+json";
const earlierMime = "application/vnd.rederive.derivation+json";
const step = {
  lhs: "x",
  relation: "=",
  rhs: "x + 1",
  latex: "x = x + 1",
  lhsLatex: "x",
  rhsLatex: "x + 1",
  because: "typed",
  grade: "proved",
  conditions: [],
  method: "by hand",
  items: [],
};
const typed = { title: "", assumptions: [], grade: "proved", steps: [step], errata: [] };
const display = (type: string, record: object) =>
  `jupyter.display(${JSON.stringify({ [type]: record, "text/plain": "x" })});`;

const notebook = notebookOf(
  "# One\n\n$$x = x + 1 \\tag{my.typed}$$\n\n$$x = x + 1 \\tag{my.earlier}$$\n\n$$x + x = 3x \\tag{my.slip}$$",
  display(mime, { version: 1, id: "my.typed", ...typed }),
  display(earlierMime, { id: "my.earlier", ...typed }),
  display(earlierMime, { id: "my.bare", grade: "proved" }),
  'import { derivation } from "rederive";\nderivation("my.slip").from("x + x").equals("3*x", "no", { expect: "refuted" })',
);
const foreign = derivationsOf(join("notebooks", "04-bayes.ipynb")).find(
  ({ id }) => id === "bayes.complement",
)!;

let ran: Finished;
let checked: Finished;
let built: Finished;
/** A notebook is run, then its file is edited: a typed grade, a removed witness, a record of another notebook. */
test.before(async () => {
  const path = files.write("one.ipynb", notebook);
  ran = await rederive(["run", "one.ipynb"], files.folder);
  const edited = readNotebook(readFileSync(path, "utf8"), "one.ipynb");
  const cell = edited.cells[4] as CodeCell;
  const [slip] = recordsOf(cell) as DerivationJSON[];
  slip.grade = slip.steps[0].grade = "proved";
  delete slip.steps[0].witness;
  delete slip.steps[0].expect;
  cell.outputs.push(result({ [mime]: foreign }));
  files.write("one.ipynb", edited);
  checked = await rederive(["check", "one.ipynb"], files.folder);
  built = await rederive(["build", "one.ipynb", "--out", "site"], files.folder);
});

const notFound =
  /my\.typed: what is stored is not what its texts give: grade: stored "proved", found "refuted"; step 1, /;
const tooEarly = /my\.earlier: .*cannot be graded again: it was stored by an earlier version/;
const noRecord = /my\.bare: .*cannot be graded again: it is no record of a derivation/;

test("a record that a cell displays by hand is named by run, check and build, each of which exits 1", () => {
  for (const { code, stderr } of [ran, checked, built]) {
    for (const said of [notFound, tooEarly, noRecord]) assert.match(stderr, said);
    assert.is(code, 1);
  }
  assert.match(ran.stderr, /^one\.ipynb, cell 2 \(id cell-2\): my\.typed: /m);
  // What is counted and compared with the page is what was found.
  assert.match(ran.stdout, /one\W.* 1 refuted as expected, 1 refuted\W.*failed/);
  assert.match(ran.stderr, /a step failed: my\.typed, step 1: x and x \+ 1 differ/);
});
test("an edited grade without its witness is named by check and by build", () => {
  assert.match(checked.stderr, /cell 5 .*grade expected "proved", got "refuted"/);
  assert.match(
    built.stderr,
    /my\.slip: what is stored is not what its texts give: grade: stored "proved", found "refuted"; /,
  );
});
test("a record of another notebook is named by check", () => {
  assert.match(checked.stderr, /cell 5 .*output 2 expected "execute_result/);
});
test("the page shows none of the typed grades, and its evidence only what was found", async () => {
  const html = files.read(join("site", "one.html"));
  const rows = html.slice(html.indexOf('id="text"'));
  assert.not.match(rows.slice(0, rows.indexOf('id="bayes.complement"')), /class="step proved"/);
  assert.match(rows, /<code>my\.earlier<\/code>: not checked\./);
  const evidence = JSON.parse(files.read(join("site", "one.evidence.json"))) as Evidence;
  assert.equal(
    evidence.derivations.map(({ id, grade }) => `${id} ${grade}`),
    ["my.typed refuted", "my.slip refuted", "bayes.complement proved"],
  );
  const verified = await rederive(["verify", "site/one.evidence.json"], files.folder);
  // Each record is found again, and what they say of the page is named here, too.
  assert.match(verified.stdout, /^3 of 3 derivations confirmed$/m);
  assert.match(verified.stderr, /^rederive verify: a step failed: my\.typed, step 1: /m);
  assert.match(
    verified.stderr,
    /^rederive verify: bayes\.complement: no equation of this notebook/m,
  );
  assert.is(verified.code, 1);
});

test.run();
