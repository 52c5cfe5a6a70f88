import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { printBatch } from "../../src/cli/reports/printBatch.js";
import { readNotebook } from "../../src/notebook/index.js";
import { foundNotebook } from "../../src/run/reports/records.js";
import { notebookOf } from "../notebook/build.js";
import { rederive, scratch } from "../run/scratch.js";

const test = suite("cli: a derivation that the clock ends");
const files = scratch();
// What other tests have found on this machine would spare the grading that the clock is to end.
const cache = { XDG_CACHE_HOME: join(files.folder, "cache") };
test.after(files.remove);

test.before(async () => {
  // So many steps that the clock, which this process reads, is sure to end them before the answer comes.
  const cell = [
    'import { derivation } from "rederive";',
    'const sum = derivation("my.sum").from("x + x").equals("2*x");',
    "for (let i = 3; i < 20; i++) sum.equals(`(x + ${i})^9 - (x + ${i})^9 + 2*x`, String(i));",
    "sum",
  ].join("\n");
  files.write("a.ipynb", notebookOf("# A\n\n$$x + x = 2x \\tag{my.sum}$$", cell));
  const ran = await rederive(["run", "a.ipynb"], files.folder, cache);
  assert.is(ran.code, 0, ran.stderr);
});

test("build says that it is not checked, shows no grade, and exits 2; the notebook stays as it is", async () => {
  const before = files.read("a.ipynb");
  const none = { XDG_CACHE_HOME: join(files.folder, "none") };
  const limits = ["--timeout", "0.000001", "--out", "site"];
  const { code, stderr } = await rederive(["build", "a.ipynb", ...limits], files.folder, none);
  assert.match(
    stderr,
    /^error: a, cell 2: my\.sum: not checked: cannot be graded again: gave up at the time limit of 0\.000001 s \(raise it with --timeout\)$/m,
  );
  assert.is(code, 2);
  assert.not.match(files.read("site/a.html"), /class="grade proved"/);
  assert.is(files.read("a.ipynb"), before);
});

test("what run and check find of a notebook names it, and makes them exit 2", async () => {
  const path = join(files.folder, "a.ipynb");
  const notebook = readNotebook(files.read("a.ipynb"), path);
  const { XDG_CACHE_HOME: own } = process.env;
  process.env.XDG_CACHE_HOME = join(files.folder, "other");
  const { notebook: found, problems } = await foundNotebook(path, notebook, {
    timeout: 1e-6,
    memory: 512,
  });
  if (own === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = own;
  assert.match(
    problems[0].text,
    /^a\.ipynb, cell 2 \(id cell-2\): my\.sum: not checked: cannot be/,
  );
  const report = {
    path,
    notebook: found,
    unchecked: [],
    notProved: [],
    cellSeconds: new Map(),
    notes: [],
    seconds: 0,
    changed: 0,
  };
  assert.is(exitOf({ ...report, problems }), 2);
  assert.is(exitOf({ ...report, problems: [{ text: "an output has moved" }] }), 1);
  assert.is(exitOf({ ...report, problems: [] }), 0);
});

function exitOf(report: Parameters<typeof printBatch>[0]["reports"][0]): number {
  const { log, error } = console;
  console.log = console.error = () => {};
  try {
    return printBatch({ reports: [report], errors: [], skipped: [] });
  } finally {
    Object.assign(console, { log, error });
  }
}

test.run();
