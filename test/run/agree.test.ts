import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type CodeCell, type Notebook, readNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { type Finished, rederive, scratch } from "./scratch.js";

const test = suite("run: the page and its derivations");
const files = scratch();
test.after(files.remove);

const from = 'import { derivation } from "rederive";\n';
const two = (id: string) => `${from}derivation("${id}").from("x + x").equals("2*x", "add")`;
const equation = (tex: string, id: string) => `# Notes\n\n$$${tex} \\tag{${id}}$$`;

/** Notebooks of tagged equations and what derives them. */
const notebooks: Record<string, Notebook> = {
  "a-good": notebookOf(
    equation("x + x = 2x", "my.eq"),
    two("my.eq"),
    equation("y + y = 2y", "my.wanted"),
    'derivation("my.wanted").uses("my.eq", "my.gone").from("y + y").equals("2*y").equals("3*y", "a slip", { expect: "refuted" })',
    equation("1 + 1 = 2", "my.again"),
    'for (const sum of ["3", "2"]) derivation("my.again").from("1 + 1").equals(sum);',
    "# A number: $$a = b \\tag{1}$$",
    equation("x = 1", "my.none"),
  ),
  "b-bad": notebookOf(
    equation("1 = 2", "my.other"),
    two("my.other"),
    equation("x + x = 2x", "my.losts"),
    'derivation("my.lost").from("x + x").equals("2*x")',
    equation("1 + 1 = 3", "my.hidden"),
    'derivation("my.hidden").from("1 + 1").equals("3", "wrong");\n5',
    equation("1 + 1 = 2", "my.const"),
    'const d = derivation("my.const").from("1 + 1").equals("2");',
    'void d.from("2 + 2").equals("5", "wrong");',
    equation("1 + 1 = 2", "my.came"),
    'derivation("my.came").from("1 + 1").equals("2", "", { expect: "refuted" })',
    equation("x + x = 2x", "my.eq"),
  ),
};
const maple =
  '{"cells": [{"cell_type": "code", "execution_count": 1, "metadata": {}, "source": ["1/0"],\n "outputs": []}],\n "metadata": {"kernelspec": {"name": "maple", "language": "maple", "display_name": "M"}}, "nbformat": 4, "nbformat_minor": 4}';

let ran: Finished;
let checked: Finished;
test.before(async () => {
  for (const [name, notebook] of Object.entries(notebooks)) {
    files.write(`notes/${name}.ipynb`, notebook);
  }
  files.write("notes/c-maple.ipynb", maple);
  ran = await rederive(["run", "notes"], files.folder);
  checked = await rederive(["check", "notes"], files.folder);
});

/** What is said of a notebook, its name left out; the same by `run` and by `check`. */
function said(name: string): string[] {
  const lines = ({ stderr }: Finished) =>
    stderr
      .split("\n")
      .filter((line) => line.startsWith(`${name}.ipynb`))
      .map((line) => line.slice(`${name}.ipynb`.length));
  assert.equal(lines(checked), lines(ran));
  return lines(ran);
}
const stored = (name: string) => readNotebook(files.read(`notes/${name}.ipynb`), name);

test("what was checked holds: a number for a tag, a refutation that was wanted, the last of an id", () => {
  assert.equal(said("a-good"), []);
  assert.match(ran.stdout, /a-good\W.*3 proved, 1 refuted as expected\W.*ok/);
});

test("each planted fault is named with its cell", () => {
  assert.match(ran.stdout, /b-bad\W.*failed/);
  assert.equal(said("b-bad"), [
    ", cell 6 (id cell-6): a step failed: my.hidden, step 1: 1 + 1 and 3 differ",
    ", cell 8 (id cell-8): a step failed: my.const, step 2: 2 + 2 and 5 differ",
    ", cell 11 (id cell-11): a step failed: my.came, step 1: was to be refuted and is proved",
    ", cell 1 (id cell-1): my.other: the page says `1 = 2`, the derivation checked `x + x = 2*x`: `1` and `2` stand in no step",
    ", cell 4 (id cell-4): my.lost: no equation of this notebook has this id (the nearest is my.losts); write \\tag{my.lost} in the one that it derives",
    ", cell 12 (id cell-12): my.eq: stands already in a-good.ipynb; an id is one equation's",
  ]);
});

test("what is not shown is stored with its cell, and what is shown is not stored twice", () => {
  const own = (name: string, cell: number) => JSON.stringify(stored(name).cells[cell - 1].metadata);
  assert.match(own("b-bad", 6), /"id":"my\.hidden"/);
  assert.match(own("b-bad", 8), /"lhs":"2 \+ 2"/);
  assert.not.match(own("a-good", 2), /derivations/);
});

test("equations without a derivation are counted and hold, unless --require checked", async () => {
  assert.match(ran.stdout, line("a-good", 8, "my.none"));
  assert.match(ran.stdout, line("b-bad", 3, "my.losts"));
  assert.match(
    ran.stdout,
    /^3 tagged equations are not checked; --require checked treats this as a failure$/m,
  );
  const args = ["check", "notes/a-good.ipynb", "--require", "checked"];
  const { code, stderr } = await rederive(args, files.folder);
  assert.is(code, 1);
  assert.match(stderr, line("a-good", 8, "my.none"));
});

const line = (name: string, cell: number, id: string) =>
  new RegExp(
    `^${name}\\.ipynb, cell ${cell} \\(id cell-${cell}\\): not checked: ${id}: no derivation has this id$`,
    "m",
  );

test("a derivation that rests on an id which nothing derives is told", () => {
  for (const { stdout } of [ran, checked]) {
    const notes = stdout.split("\n").filter((text) => text.startsWith("note: "));
    assert.equal(notes, [
      "note: a-good.ipynb, cell 4 (id cell-4): my.wanted rests on my.gone, which none of these notebooks derives",
    ]);
  }
});

test("a cell that empties the list of derivations, or breaks one, hides none", async () => {
  const wrong = 'void derivation("my.gone").from("1 + 1").equals("3", "wrong");\n';
  const list = '(globalThis as any)[Symbol.for("rederive.derivations")]';
  const hiding: Record<string, string> = {
    emptied: `${from}${wrong}${list}.length = 0;`,
    replaced: `${from}${wrong}try { ${list} = []; } catch {}`,
    broken: `${from}const d = derivation("my.gone");\nd.toJSON = () => { throw new Error("no"); };`,
  };
  for (const [name, code] of Object.entries(hiding)) {
    files.write(`hiding/${name}.ipynb`, notebookOf(equation("1 + 1 = 3", "my.gone"), code));
  }
  const { code, stderr } = await rederive(["run", "hiding"], files.folder);
  assert.is(code, 1);
  assert.match(stderr, /emptied\.ipynb, cell 2 .*my\.gone/);
  assert.match(stderr, /replaced\.ipynb, cell 2 .*my\.gone/);
  assert.match(stderr, /broken\.ipynb, cell 2 .*its derivations could not be read: Error: no/);
});

test("a notebook whose kernel is not installed is named and left byte for byte; the others ran, and it exits 2", () => {
  assert.is(files.read("notes/c-maple.ipynb"), maple);
  for (const { code, stderr } of [ran, checked]) {
    assert.is(code, 2);
    assert.match(
      stderr,
      /^rederive: c-maple\.ipynb: kernel maple is not installed.*; it was not run, and is left as it is$/m,
    );
  }
});

test("a derivation that is not shown is compared with the stored one", async () => {
  const notebook = stored("a-good");
  const cell = notebook.cells[5] as CodeCell;
  const own = cell.metadata.rederive as { derivations: { steps: { grade: string }[] }[] };
  own.derivations[0].steps[0].grade = "tested";
  const path = files.write("edited.ipynb", notebook);
  const { code, stderr } = await rederive(["check", path], files.folder);
  assert.is(code, 1);
  assert.match(
    stderr,
    /^edited\.ipynb, cell 6 \(id cell-6\): the derivations that it makes and does not show are not those stored with it$/m,
  );
});

test("build names the same faults, and builds another language's outputs as their author's", async () => {
  const { code, stderr, stdout } = await rederive(["build", "notes"], files.folder);
  assert.is(code, 1);
  for (const fault of [
    "b-bad, cell 1: my.other: the page says `1 = 2`, the derivation checked `x + x = 2*x`: `1` and `2` stand in no step",
    "b-bad, cell 4: my.lost: no equation of this notebook has this id",
    "b-bad, cell 6: a step failed: my.hidden, step 1: 1 + 1 and 3 differ",
    "b-bad, cell 8: a step failed: my.const, step 2: 2 + 2 and 5 differ",
    "b-bad: my.eq: stands already in a-good",
  ])
    assert.ok(stderr.includes(`failed: ${fault}`), `${fault}\n${stderr}`);
  assert.match(stderr, /^not checked: a-good, cell 8: my\.none: no derivation has this id$/m);
  assert.match(stdout, /^3 pages and an index, \d+ claims, 3 tagged equations not checked: open /m);
  const notice = /<p class="notice">Outputs stored by the author, not run here\.<\/p>/;
  assert.match(files.read("_site/c-maple.html"), notice);
  assert.not.match(files.read("_site/a-good.html"), /class="notice"/);
});

test("build refuses outputs that are older than their source, unless --stale says so on the page", async () => {
  const notebook = stored("a-good");
  notebook.cells[1].source += "\n5";
  const path = files.write("stale.ipynb", notebook);
  const refused = await rederive(["build", path, "--out", "none"], files.folder);
  assert.is(refused.code, 1);
  assert.match(
    refused.stderr,
    /^failed: .*stale\.ipynb: its stored outputs are older than what they are made of: cell 2 has changed; execute `rederive run .*stale\.ipynb`, or build it as it is with --stale$/m,
  );
  assert.not.ok(files.names().includes("none"));
  const built = await rederive(["build", path, "--out", "some", "--stale"], files.folder);
  assert.is(built.code, 0, built.stderr);
  assert.match(
    files.read("some/stale.html"),
    /<p class="notice">These outputs are older than their/,
  );
  const required = await rederive(
    ["build", path, "--out", "some", "--stale", "--require", "checked"],
    files.folder,
  );
  assert.is(required.code, 1);
});

test.run();
