import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { notebookOf } from "../notebook/build.js";
import { rederive, scratch } from "../run/scratch.js";

const test = suite("cli: commands");
const root = join(import.meta.dirname, "..", "..");
const files = scratch();
test.after(files.remove);

const commands = ["run", "check", "build", "prove", "verify", "where", "new", "kernel", "lab"];

test("--help lists every command and the exit codes, and exits 0", async () => {
  const { code, stdout, stderr } = await rederive(["--help"], files.folder);
  assert.is(code, 0);
  assert.is(stderr, "");
  for (const name of commands) assert.match(stdout, new RegExp(`^  ${name}\\b`, "m"));
  assert.match(stdout, /^Exit codes: 0 success; 1 a check failed; 2 the command itself failed\.$/m);
});

test("each command has a --help that exits 0", async () => {
  const all = await Promise.all(commands.map((name) => rederive([name, "--help"], files.folder)));
  all.forEach(({ code, stdout }, i) => {
    assert.is(code, 0, commands[i]);
    assert.match(stdout, new RegExp(`^Usage: rederive ${commands[i]}\\b`), commands[i]);
  });
});

test("--version is the package's", async () => {
  const { code, stdout } = await rederive(["--version"], files.folder);
  assert.is(code, 0);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

test("without a command, and with one that is none, it exits 2 and shows what there is", async () => {
  for (const args of [[], ["exectue"], ["where"], ["where", "a", "b"]]) {
    const { code, stderr } = await rederive(args, files.folder);
    assert.is(code, 2, args.join(" "));
    assert.match(
      stderr,
      /Usage: rederive|unknown command|missing required argument|too many arguments/,
    );
  }
});

test("where prints every place of an equation as file and line", async () => {
  const { code, stdout } = await rederive(["where", "bayes.ex-2-1"], root);
  assert.is(code, 0);
  const lines = stdout.trim().split("\n");
  for (const [kind, file] of [
    ["note", "notebooks/04-bayes.ipynb"],
    ["derivation", "notebooks/04-bayes.ipynb"],
    ["test", "test/prob/reference.test.ts"],
    ["inventory", "notebooks/inventory.json"],
  ]) {
    assert.ok(
      lines.some((line) => new RegExp(`^${kind} +${file}:\\d+$`).test(line)),
      `${kind} in ${file}\n${stdout}`,
    );
  }
});

test("where finds the equations of notebooks in any folder of a project, and those that lie where it is called", async () => {
  const cell = {
    cell_type: "markdown",
    id: "m",
    metadata: {},
    source: "$$ a = b \\tag{own.id} $$",
  };
  const text = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
  const project = join(files.folder, "elsewhere");
  mkdirSync(join(project, "notes", "deep"), { recursive: true });
  mkdirSync(join(project, "node_modules", "other"), { recursive: true });
  writeFileSync(join(project, "package.json"), "{}");
  for (const folder of ["notes/deep", "node_modules/other"]) {
    writeFileSync(join(project, folder, "a.ipynb"), text);
  }
  const found = await rederive(["where", "own.id"], project);
  assert.is(found.stdout, "note        notes/deep/a.ipynb:1\n");
  rmSync(join(project, "package.json"));
  const none = await rederive(["where", "own.id"], project);
  assert.match(none.stderr, /; there is none at all in /);
  const here = await rederive(["where", "own.id"], join(project, "notes", "deep"));
  assert.is(here.stdout, "note        a.ipynb:1\n");
});

test("where says which ids are near to one that is not there, also outside a project", async () => {
  const near = await rederive(["where", "bayes.ex-2.1"], root);
  assert.is(near.code, 2);
  assert.match(
    near.stderr,
    /^rederive where: no equation has the id bayes\.ex-2\.1; the nearest are bayes\.ex-2-1, /,
  );
  const outside = await rederive(["where", "bayes.ex-2-1"], files.folder);
  assert.is(outside.code, 2);
  assert.match(
    outside.stderr,
    /; there is none at all in .*; run it in a project with notebooks$/m,
  );
});

test("build makes a page for each notebook, an index, and says where", async () => {
  files.write("notes/one.ipynb", notebookOf("# One", "# and more"));
  const { code, stdout, stderr } = await rederive(
    ["build", "notes", "--out", "site"],
    files.folder,
  );
  assert.is(code, 0, stderr);
  assert.match(stdout, /^1 page and an index, 0 claims: open site[\\/]index\.html$/m);
  for (const name of ["index.html", "one.html"]) {
    assert.ok(existsSync(join(files.folder, "site", name)), name);
  }
});

test("build warns of a cell whose output was never stored, and exits 1", async () => {
  files.write("bare/one.ipynb", notebookOf("# One", "1 + 1"));
  const { code, stderr } = await rederive(["build", "bare", "--out", "site"], files.folder);
  assert.is(code, 1);
  assert.match(stderr, /^failed: one: cell 2: no stored output; run `rederive run` first$/m);
});

test("build refuses what is no notebook with exit code 2, and leaves no site", async () => {
  files.write("bad/one.ipynb", "{");
  const { code, stderr } = await rederive(["build", "bad", "--out", "none"], files.folder);
  assert.is(code, 2);
  assert.match(stderr, /^rederive: .*bad[\\/]one\.ipynb: not JSON: /m);
  assert.not.ok(existsSync(join(files.folder, "none")));
});

test.run();
