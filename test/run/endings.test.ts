import { chmodSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readNotebook, writeNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { slowTypes } from "../session/slowTypes.js";
import { childrenOf, eventually, processesWith, rederive, scratch, start } from "./scratch.js";

const test = suite("run: endings");
const files = scratch();
test.after(files.remove);

const refused: [what: string, content: string, message: RegExp][] = [
  ["an empty file", "", /^not a notebook: the file is empty$/],
  ["a number", "7", /^not a notebook: it is JSON, but without an `nbformat` number/],
  ["null", "null", /^not a notebook: it is JSON, but without an `nbformat` number/],
  [
    "bytes of an image",
    "\u0089PNG\r\n\u001a\n",
    /^not JSON: line 1, column 1: expected a value, got /,
  ],
  [
    "cut JSON",
    '{"cells": [',
    /^not JSON: line 1, column 12: expected a value or \], got the end of the file$/,
  ],
  [
    "a merge's conflict",
    "<<<<<<< ours\n{}\n",
    /^not JSON: it holds a merge's conflict markers; `rederive run` mends those in outputs, resolve the others first$/,
  ],
  [
    "nbformat 2",
    '{"nbformat": 2, "worksheets": []}',
    /^nbformat 2 is not read, 4 is; convert it with `jupyter nbconvert --to notebook --inplace .*\.ipynb`$/,
  ],
  [
    "nbformat 5",
    '{"nbformat": 5, "cells": []}',
    /^nbformat 5 is not read, 4 is; save it as nbformat 4 where it was made$/,
  ],
  [
    "a notebook without metadata",
    '{"nbformat": 4, "nbformat_minor": 5, "cells": []}',
    /^not a valid nbformat 4\.5 notebook: the top level must have `metadata`$/,
  ],
  [
    "a cell of no kind",
    '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "sql", "id": "a", "metadata": {}, "source": ""}]}',
    /^not a valid nbformat 4\.5 notebook: cell 1, cell_type must be one of code, markdown, raw$/,
  ],
];
test("run and check call what the cells have set for the end of the process, and say what failed of it", async () => {
  const file = join(files.folder, "ended.txt");
  const set = `import { appendFileSync } from "node:fs";
const note = (text: string) => appendFileSync(${JSON.stringify(file)}, text);
process.on("exit", () => { console.log("not stored"); note("exit;"); });
process.on("beforeExit", async () => { await null; note("before;"); });
void 0;`;
  files.write("end/fine.ipynb", writeNotebook(notebookOf(set)));
  const fine = await rederive(["run", "end"], files.folder);
  assert.is(fine.code, 0, fine.stderr);
  assert.is(readFileSync(file, "utf8"), "before;exit;");
  const stored = readFileSync(join(files.folder, "end", "fine.ipynb"), "utf8");
  assert.equal(
    readNotebook(stored, "fine.ipynb").cells.map((cell) => "outputs" in cell && cell.outputs),
    [[]],
  );
  const checked = await rederive(["check", "end"], files.folder);
  assert.is(checked.code, 0, checked.stderr);
  assert.is(readFileSync(file, "utf8"), "before;exit;before;exit;");
  const failing = 'void process.on("exit", () => { throw new Error("planted"); });';
  files.write("end/fine.ipynb", writeNotebook(notebookOf(`${set}\n${failing}`)));
  const failed = await rederive(["run", "end"], files.folder);
  assert.is(failed.code, 1);
  assert.match(
    failed.stdout + failed.stderr,
    /cell 1 \(id cell-1\): at the end of the process: Error: planted/,
  );
  assert.is(readFileSync(file, "utf8"), "before;exit;before;exit;before;exit;");
});

test("what is set for the end and goes on for ever is ended with all that it started", async () => {
  const mark = `end-${process.pid}`;
  const set = `import { spawn } from "node:child_process";
process.on("exit", () => {
  spawn("sh", ["-c", "sleep 100 # ${mark}"]);
  for (;;);
});`;
  files.write("forever/end.ipynb", writeNotebook(notebookOf(set)));
  const { code } = await rederive(["run", "forever"], files.folder);
  assert.is(code, 0);
  assert.ok(await eventually(() => processesWith(mark).length === 0));
});

test("run and check refuse what is no notebook with a sentence and exit code 2, and leave it as it is", async () => {
  refused.forEach(([, content], i) => files.write(`bad/${i}.ipynb`, content));
  for (const command of ["run", "check"]) {
    const { code, stderr } = await rederive([command, "bad"], files.folder);
    assert.is(code, 2);
    refused.forEach(([what, , message], i) => {
      const start = `rederive: ${i}.ipynb: `;
      const line = stderr.split("\n").find((one) => one.startsWith(start)) ?? "";
      assert.match(line.slice(start.length), message, what);
    });
  }
  refused.forEach(([what, content], i) => assert.is(files.read(`bad/${i}.ipynb`), content, what));
});

test("a file that is not there, a folder without notebooks and a bad flag exit 2 and say so", async () => {
  const cases: [string[], RegExp][] = [
    [["run", "none.ipynb"], /^rederive: none\.ipynb: no such file or folder$/m],
    [["check", "empty"], /^rederive: empty: the folder holds no \.ipynb file$/m],
    [
      ["run", "--timeout", "0"],
      /^error: option '--timeout <seconds>' argument '0' is invalid\. must be a number > 0, got 0$/m,
    ],
    [["run", "--memory", "much"], /argument 'much' is invalid\. must be a number > 0, got much$/m],
    [
      ["check", "--output-limit", "-1"],
      /argument '-1' is invalid\. must be a number > 0, got -1$/m,
    ],
    [["run", "--fast"], /^error: unknown option '--fast'$/m],
    [["execute"], /^error: unknown command 'execute'$/m],
  ];
  files.write("empty/readme.txt", "");
  for (const [args, message] of cases) {
    const { code, stderr } = await rederive(args, files.folder);
    assert.match(stderr, message);
    assert.is(code, 2, args.join(" "));
  }
});

test("a parent that is killed takes its notebook's process along, and the file stays whole", async () => {
  const text = writeNotebook(notebookOf("const a = 1;", "for (;;) {}"));
  const path = files.write("killed.ipynb", text);
  for (const signal of ["SIGTERM", "SIGINT", "SIGKILL"] as const) {
    const { child, pid, done } = start(["run", path], files.folder);
    assert.ok(
      await eventually(() => childrenOf(pid).length > 0, 60),
      "the notebook's process has started",
    );
    child.kill(signal);
    await done;
    assert.ok(
      await eventually(() => childrenOf(pid).length === 0),
      `${signal}: no process is left`,
    );
    assert.is(files.read("killed.ipynb"), text);
    assert.equal(
      files.names().filter((name) => name.endsWith(".tmp")),
      [],
    );
  }
});

test("a parent that is killed while a type is checked takes the compiler along", async () => {
  const path = files.write("types.ipynb", notebookOf(slowTypes));
  const compilers = () => processesWith(`--cwd ${files.folder}`);
  const { child, pid, done } = start(["run", path], files.folder);
  await eventually(() => childrenOf(pid).length > 0 && compilers().length > 0, 60);
  await new Promise((resume) => setTimeout(resume, 1000));
  child.kill("SIGKILL");
  await done;
  assert.ok(await eventually(() => compilers().length === 0), compilers().join("\n"));
});

test("a notebook that is saved elsewhere while it runs is left as it was saved", async () => {
  const path = files.write(
    "edited.ipynb",
    notebookOf("await new Promise((done) => setTimeout(done, 3000));"),
  );
  const { pid, done } = start(["run", path], files.folder);
  assert.ok(await eventually(() => childrenOf(pid).length > 0, 60));
  writeFileSync(path, writeNotebook(notebookOf("1 + 1")));
  const saved = files.read("edited.ipynb");
  const { code, stderr } = await done;
  assert.is(code, 2);
  assert.match(
    stderr,
    /^rederive: edited\.ipynb: was saved elsewhere while it ran, and is left as it is; run it again$/m,
  );
  assert.is(files.read("edited.ipynb"), saved);
});

test("a linked notebook is written through the link, and keeps its mode", async () => {
  const path = files.write("target.ipynb", notebookOf("6 * 7"));
  chmodSync(path, 0o640);
  symlinkSync(path, join(files.folder, "link.ipynb"));
  const { code, stderr } = await rederive(["run", "link.ipynb"], files.folder);
  assert.is(code, 0, stderr);
  const { cells } = readNotebook(files.read("target.ipynb"), "target.ipynb");
  assert.is(cells[0].cell_type === "code" && cells[0].execution_count, 1);
});

test("one bad notebook does not keep the others from running", async () => {
  files.write("many/a.ipynb", notebookOf("1 + 1"));
  files.write("many/b.ipynb", "{");
  files.write("many/c.ipynb", notebookOf('throw new Error("c")'));
  const { code, stdout, stderr } = await rederive(["run", "many"], files.folder);
  assert.is(code, 2);
  assert.match(stdout, /│ a +│ +1 │ +1 │ none +│ +\d+\.\d │ ok/);
  assert.match(stdout, /│ c +│ +1 │ +0 │ none +│ +\d+\.\d │ failed/);
  assert.match(stderr, /^c\.ipynb, cell 1 \(id cell-1\): Error: c$/m);
  assert.match(stderr, /^rederive: b\.ipynb: not JSON/m);
});

test("running twice changes nothing the second time", async () => {
  const path = files.write("twice.ipynb", notebookOf("# T", "Math.sqrt(2)"));
  const first = await rederive(["run", path], files.folder);
  assert.match(first.stdout, /^1 cell has new outputs$/m);
  const text = files.read("twice.ipynb");
  const second = await rederive(["run", path], files.folder);
  assert.not.match(second.stdout, /new outputs/);
  assert.is(files.read("twice.ipynb"), text);
});

test.run();
