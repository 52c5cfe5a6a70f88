import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type CodeCell, type Notebook, readNotebook, recordsOf } from "../../src/notebook/index.js";
import type { DerivationJSON } from "../../src/record/types.js";
import { notebookOf, result } from "../notebook/build.js";
import { derivationsOf } from "../notebooks/derivationsOf.js";
import { type Finished, rederive, scratch } from "../run/scratch.js";
import { plantedChanges } from "../support/plantedChanges.js";

const test = suite("cli: planted faults are named by run, check and build, and none exits 0");
const files = scratch();
test.after(files.remove);

const folder = join(import.meta.dirname, "..", "..", "notebooks");
const mime = "application/vnd.rederive.derivation.v1+json";
const chapter = (name: string): Notebook =>
  readNotebook(readFileSync(join(folder, `${name}.ipynb`), "utf8"), name);

/** A cell's source with one piece changed. */
function change(notebook: Notebook, id: string, from: string, to: string): void {
  const cell = notebook.cells.find(({ source }) => source.includes(`\\tag{${id}}`))!;
  const line = cell.source.split("\n").find((one) => one.includes(`\\tag{${id}}`))!;
  assert.ok(line.includes(from), id);
  cell.source = cell.source.replace(line, () => line.replace(from, to));
}

const from = 'import { derivation } from "rederive";\n';
const display = (tex: string, id: string) => `$$${tex} \\tag{${id}}$$`;
const foreign = derivationsOf(join(folder, "04-bayes.ipynb")).find(
  ({ id }) => id === "bayes.complement",
)!;
const show = (record: object) => `jupyter.display(${JSON.stringify({ [mime]: record })});`;

/** Notebooks with one fault each, and what is said of it. */
const notebooks: Record<string, [Notebook, RegExp]> = {
  definition: [
    notebookOf(
      `# D\n\n${display("2S = 2x + 2y", "my.sum")}`,
      `${from}derivation("my.sum").define("S", "x + y").from("S^2").equals("(x + y)^2")`,
    ),
    /my\.sum: the page says `2\*S = 2\*x \+ 2\*y`, the derivation checked/,
  ],
  hidden: [
    notebookOf(
      `# H\n\n${display("1 + 1 = 3", "my.hidden")}`,
      `${from}derivation("my.hidden").from("1 + 1").equals("3", "wrong");\n5`,
    ),
    /a step failed: my\.hidden, step 1: 1 \+ 1 and 3 differ/,
  ],
  foreign: [
    notebookOf(`# F\n\n${display("x = 1", "my.x")}`, show(foreign)),
    /bayes\.complement: no equation of this notebook has this id/,
  ],
  typed: [
    notebookOf(
      `# T\n\n${display("x = x + 1", "my.typed")}`,
      show({
        ...foreign,
        id: "my.typed",
        steps: [{ ...foreign.steps[0], lhs: "x", rhs: "x + 1" }],
      }),
    ),
    /my\.typed: what is stored is not what its texts give: /,
  ],
};

const command = (...args: string[]): Promise<Finished> => rederive(args, files.folder);
const small: Record<string, Finished> = {};
test.before(async () => {
  for (const [name, [notebook]] of Object.entries(notebooks)) {
    files.write(`small/${name}.ipynb`, notebook);
  }
  for (const name of ["run", "check"]) small[name] = await command(name, "small");
  small.build = await command("build", "small", "--out", "small-site");
});

for (const [name, [, said]] of Object.entries(notebooks)) {
  const titles: Record<string, string> = {
    definition: "an equation that matches only a definition in other words",
    hidden: "a refuted derivation that no output shows",
    foreign: "a record of another notebook",
    typed: "a typed grade",
  };
  test(`${titles[name]} is named by run, check and build, which exit 1`, () => {
    for (const [command, { code, stderr }] of Object.entries(small)) {
      const lines = stderr.split("\n").filter((line) => line.includes(name));
      assert.ok(
        lines.some((line) => said.test(line)),
        `${command}\n${stderr}`,
      );
      assert.is(code, 1, command);
    }
  });
}

test("a record that no derivation of the run has made is named by run and check, even where it is right", () => {
  for (const { stderr } of [small.run, small.check]) {
    for (const id of [
      "foreign.ipynb, cell 2 .*bayes\\.complement",
      "typed.ipynb, cell 2 .*my\\.typed",
    ]) {
      assert.match(
        stderr,
        new RegExp(`${id}: is shown, and no derivation of this run has made it`),
      );
    }
  }
});

test("an equation changed in each chapter is named by build, which exits 1", async () => {
  for (const [name, [id, before, after]] of Object.entries(plantedChanges)) {
    const notebook = chapter(name);
    change(notebook, id, before, after);
    files.write(`changed/${name}.ipynb`, notebook);
  }
  assert.equal(
    Object.keys(plantedChanges).map((name) => `${name}.ipynb`),
    readdirSync(folder).filter((name) => name.endsWith(".ipynb")),
  );
  const refused = await command("build", "changed", "--out", "none");
  assert.is(refused.code, 1);
  for (const name of Object.keys(plantedChanges)) {
    assert.match(refused.stderr, new RegExp(`${name}\\.ipynb: .*: cell \\d+ has changed; `));
  }
  const { code, stderr } = await command("build", "changed", "--out", "changed-site", "--stale");
  for (const [name, [id]] of Object.entries(plantedChanges)) {
    const own = stderr.split("\n").filter((line) => line.startsWith(`failed: ${name}, `));
    assert.is(own.length, 1, stderr);
    assert.match(own[0], new RegExp(`${id}: the page says .*, the derivation checked `));
  }
  assert.is(code, 1);
});

test("an equation changed in a chapter is named by check, which exits 1", async () => {
  const { code, stderr } = await command("check", "changed/04-bayes.ipynb");
  assert.match(stderr, /04-bayes\.ipynb, cell \d+ .*bayes\.complement: the page says /);
  assert.is(code, 1);
});

test("an edited evidence file is named by verify, which exits 1", async () => {
  const evidence = JSON.parse(files.read("changed-site/04-bayes.evidence.json")) as {
    derivations: DerivationJSON[];
    digest: string;
  };
  const step = evidence.derivations.flatMap(({ steps }) => steps).find((one) => one.because)!;
  step.because = "it is plain";
  files.write("edited.evidence.json", JSON.stringify(evidence));
  const edited = await command("verify", "edited.evidence.json");
  assert.match(edited.stderr, /^rederive verify: the digest is not that of the content/m);
  assert.is(edited.code, 1);
});

test("a grade that was edited in the file, and a record that was put in, are named by build and check", async () => {
  const notebook = readNotebook(files.read("changed/04-bayes.ipynb"), "b");
  const cell = notebook.cells.find(
    (one): one is CodeCell => one.cell_type === "code" && recordsOf(one).length > 0,
  )!;
  const [record] = recordsOf(cell) as DerivationJSON[];
  record.grade = record.steps[0].grade = "tested";
  cell.outputs.push(result({ [mime]: { ...foreign, id: "bayes.stranger" } }));
  files.write("edited/b.ipynb", notebook);
  const built = await command("build", "edited", "--out", "edited-site", "--stale");
  const checked = await command("check", "edited");
  assert.match(built.stderr, new RegExp(`${record.id}: what is stored is not what its texts give`));
  assert.match(built.stderr, /bayes\.stranger: no equation of this notebook has this id/);
  assert.match(checked.stderr, /grade expected "tested", got "/);
  assert.match(checked.stderr, /output 2 expected "/);
  assert.equal([built.code, checked.code], [1, 1]);
});

test.run();
