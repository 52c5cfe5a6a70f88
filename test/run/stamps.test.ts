import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Notebook, readNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { rederive, scratch } from "./scratch.js";

const test = suite("run: stamps");
const files = scratch();
test.after(files.remove);

const sources = [
  'import { half } from "./helper.ts";\nimport { twice } from "pack";',
  'import { readFileSync } from "node:fs";\nreadFileSync("data.csv", "utf8").length',
  "# A\n\n$$x + x = 2x \\tag{a.b}$$",
  "half(8) + twice(2)",
  "const unused = 3;",
  "unused * 2",
];

/** Writes the project as it was when the notebook was stored. */
function restore(): void {
  const put = (name: string, text: string) => files.write(name, text);
  put("package.json", '{ "name": "own", "type": "module" }');
  put(
    "helper.ts",
    'import { two } from "./deeper.ts";\nexport const half = (x: number) => x / two;',
  );
  put("deeper.ts", "export const two = 2;");
  put("data.csv", "1,2\n");
  const pack = (version: string) =>
    JSON.stringify({
      name: "pack",
      version,
      type: "module",
      exports: "./index.js",
      dependencies: { inner: "1" },
    });
  put("node_modules/pack/package.json", pack("1.0.0"));
  put("node_modules/pack/index.js", "export const twice = (x) => x * 2;");
  put("node_modules/inner/package.json", '{ "name": "inner", "version": "1.0.0" }');
}

test.before(async () => {
  restore();
  files.write("a.ipynb", notebookOf(...sources));
  const { code, stderr } = await rederive(["run", "a.ipynb"], files.folder);
  assert.is(code, 0, stderr);
});

const stored = (): Notebook => readNotebook(files.read("a.ipynb"), "a.ipynb");

/** What `build` says of the stored outputs after a change, which is then undone. */
async function saidAfter(change: () => string | void): Promise<string> {
  const before = files.read("a.ipynb");
  const path = change() ?? "a.ipynb";
  const { stderr } = await rederive(["build", path, "--out", "site"], files.folder);
  writeFileSync(join(files.folder, "a.ipynb"), before);
  restore();
  return /older than what they are made of: (.*); execute/.exec(stderr)?.[1] ?? "";
}

function edited(change: (notebook: Notebook) => void): () => void {
  return () => {
    const notebook = stored();
    change(notebook);
    files.write("a.ipynb", notebook);
  };
}

test("build names what has moved since the outputs were stored, and refuses them", async () => {
  const put = (name: string, text: string) => () => void files.write(name, text);
  const cases: [() => void, string][] = [
    [put("helper.ts", "export const half = (x: number) => x * 0.5;"), "helper.ts has changed"],
    [put("deeper.ts", "export const two = 2; // 2"), "deeper.ts has changed"],
    [put("data.csv", "1,3\n"), "data.csv has changed"],
    [() => rmSync(join(files.folder, "data.csv")), "data.csv is gone"],
    [
      put("node_modules/pack/package.json", '{ "name": "pack", "version": "1.1.0" }'),
      "pack 1.0.0 -> 1.1.0",
    ],
    [
      put("node_modules/inner/package.json", '{ "name": "inner", "version": "1.0.1" }'),
      "what pack depends on has changed",
    ],
    [edited(({ cells }) => (cells[3].source += "\n")), "cell 4 has changed"],
    [
      edited(({ cells }) => (cells[2].source = cells[2].source.replace("2x", "3x"))),
      "cell 3 has changed",
    ],
    [
      edited(({ cells }) => cells.reverse()),
      "its cells were stored by different runs, or moved or taken out since",
    ],
    [
      edited(({ cells }) => cells.splice(4, 1)),
      "its cells were stored by different runs, or moved or taken out since",
    ],
    [
      edited(({ cells }) =>
        cells.push(...notebookOf("", "7").cells.map((cell) => ({ ...cell, id: `new-${cell.id}` }))),
      ),
      "cell 8 is new",
    ],
  ];
  for (const [change, expected] of cases) assert.is(await saidAfter(change), expected);
});

test("what changes nothing of a run leaves the outputs fresh, and check is silent", async () => {
  const harmless = edited((notebook) => {
    notebook.cells.push({ ...notebookOf("").cells[0], id: "empty" });
    notebook.cells[2].source = `# Other words\n\n${notebook.cells[2].source}`;
    for (const cell of notebook.cells) {
      cell.id = `x-${cell.id}`;
      if (cell.cell_type !== "code") continue;
      cell.execution_count = null;
      for (const output of cell.outputs) {
        if (output.output_type === "execute_result") output.execution_count = null;
      }
    }
  });
  const before = files.read("a.ipynb");
  harmless();
  const { code, stdout, stderr } = await rederive(["check", "a.ipynb"], files.folder);
  files.write("a.ipynb", before);
  assert.is(code, 0, stderr);
  assert.is(stderr, "");
  assert.not.match(stdout, /note: a\.ipynb: its/);
});

test("a second run changes no byte, and a line end of Windows is no change", async () => {
  const before = files.read("a.ipynb");
  files.write("helper.ts", files.read("helper.ts").replaceAll("\n", "\r\n"));
  const { code, stderr } = await rederive(["run", "a.ipynb"], files.folder);
  assert.is(code, 0, stderr);
  assert.is(files.read("a.ipynb"), before);
  restore();
});

const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
    cwd: files.folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Commits the notebook with other sources, run, on a branch. */
async function branch(name: string, from: string, change: (notebook: Notebook) => void) {
  git("checkout", "-q", "-b", name, from);
  edited(change)();
  const { code, stderr } = await rederive(["run", "a.ipynb"], files.folder);
  assert.is(code, 0, stderr);
  git("commit", "-q", "-a", "-m", name);
}

test("two branches that edit different cells and run them merge without a conflict; the merge is not fresh, and a run makes it so", async () => {
  files.write(".gitignore", "node_modules\nsite\n");
  git("init", "-q", "-b", "trunk");
  git("add", ".");
  git("commit", "-q", "-m", "trunk");
  await branch("one", "trunk", ({ cells }) => (cells[3].source = "half(10) + twice(2)"));
  await branch("other", "trunk", ({ cells }) => (cells[5].source = "unused * 3"));
  git("merge", "-q", "--no-edit", "one");
  const { cells } = stored();
  assert.equal([cells[3].source, cells[5].source], ["half(10) + twice(2)", "unused * 3"]);
  assert.is(
    await saidAfter(() => {}),
    "its cells were stored by different runs, or moved or taken out since",
  );
  const run = await rederive(["run", "a.ipynb"], files.folder);
  assert.is(run.code, 0, run.stderr);
  assert.is(await saidAfter(() => {}), "");
  git("commit", "-q", "-a", "-m", "merged");
});

test("run mends conflicts in outputs and stamps, and leaves a file alone whose sources are in conflict", async () => {
  const three = (value: number) => (notebook: Notebook) =>
    void (notebook.cells[4].source = `const unused = ${value};`);
  git("checkout", "-q", "-b", "base", "trunk");
  files.write("deeper.ts", "export const two = 4;");
  await branch("four", "base", () => {});
  git("checkout", "-q", "base", "--", "deeper.ts");
  git("checkout", "-q", "-f", "base");
  files.write("deeper.ts", "export const two = 8;");
  await branch("eight", "base", () => {});
  assert.throws(() => git("merge", "-q", "--no-edit", "four"), /status|failed|Command/);
  assert.match(files.read("a.ipynb"), /^<{7} /m);
  files.write("deeper.ts", "export const two = 8;");
  const mend = await rederive(["run", "a.ipynb"], files.folder);
  assert.is(mend.code, 0, mend.stderr);
  assert.not.match(await saidOfBuild(), /older/);
  git("commit", "-q", "-a", "-m", "mended");

  restore();
  git("checkout", "-q", "-f", "trunk");
  await branch("five", "trunk", three(5));
  await branch("six", "trunk", three(6));
  assert.throws(() => git("merge", "-q", "--no-edit", "five"), /status|failed|Command/);
  const conflicting = files.read("a.ipynb");
  const { code, stderr } = await rederive(["run", "a.ipynb"], files.folder);
  assert.is(code, 2);
  assert.match(
    stderr,
    /a\.ipynb: not JSON: it holds a merge's conflict markers; `rederive run` mends those in outputs/,
  );
  assert.is(files.read("a.ipynb"), conflicting);
});

async function saidOfBuild(): Promise<string> {
  const { stderr } = await rederive(["build", "a.ipynb", "--out", "site"], files.folder);
  return stderr;
}

test.run();
