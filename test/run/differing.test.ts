import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  type CodeCell,
  type ExecuteResultOutput,
  type Notebook,
  readNotebook,
} from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { rederive, scratch } from "./scratch.js";

const test = suite("run: what may differ");
const files = scratch();
test.after(files.remove);

let count = 0;

interface Planned {
  source: string;
  metadata?: Record<string, unknown>;
  /** What stands in place of the stored output's text before the check. */
  stored?: string;
}

/** Runs these cells, puts other outputs in their place, and checks them. */
async function checked(cells: (string | Planned)[], settings = "{}") {
  const folder = `p${count++}`;
  const planned = cells.map((cell) => (typeof cell === "string" ? { source: cell } : cell));
  const notebook = notebookOf(...planned.map(({ source }) => source));
  planned.forEach(({ metadata = {} }, i) => (notebook.cells[i].metadata = metadata));
  files.write(`${folder}/package.json`, "{}");
  files.write(`${folder}/rederive.config.mjs`, `export default { check: ${settings} };`);
  const path = files.write(`${folder}/notebooks/a.ipynb`, notebook);
  const ran = await rederive(["run", path], files.folder);
  const after = readNotebook(files.read(`${folder}/notebooks/a.ipynb`), "a.ipynb");
  planned.forEach(({ stored }, i) => {
    if (stored !== undefined) replaceText(after, i, stored);
  });
  files.write(`${folder}/notebooks/a.ipynb`, after);
  const check = await rederive(["check", path], files.folder);
  return { ran, check, outputs: (i: number) => (after.cells[i] as CodeCell).outputs };
}

function replaceText(notebook: Notebook, i: number, text: string): void {
  const [output] = (notebook.cells[i] as CodeCell).outputs;
  if ("text" in output) output.text = text;
  else if ("data" in output) output.data["text/plain"] = text;
}

test("numbers within a cell's tolerance pass with its reason, and those beyond it fail", async () => {
  const metadata = { rederive: { tolerance: { relative: 1e-3, reason: "another V8" } } };
  const near = await checked([{ source: "0.5", metadata, stored: "0.5001" }]);
  assert.is(near.check.code, 0, near.check.stderr);
  assert.match(
    near.check.stdout,
    "a.ipynb, cell 1 (id cell-1): its outputs differ as they may: another V8",
  );
  const far = await checked([{ source: "0.5", metadata, stored: "0.51" }]);
  assert.is(far.check.code, 1);
  assert.match(
    far.check.stderr,
    /cell 1 \(id cell-1\): output 1, text\/plain expected 0\.51, got 0\.5 \(differs by 0\.010/,
  );
});

test("a cell that is not compared is named, and every other one still is", async () => {
  const { check } = await checked([
    { source: "1", metadata: { tags: ["nbval-ignore-output"] }, stored: "2" },
    { source: "3", stored: "4" },
  ]);
  assert.is(check.code, 1);
  assert.match(
    check.stdout,
    "cell 1 (id cell-1): its outputs are not compared: tag nbval-ignore-output",
  );
  assert.match(check.stderr, /cell 2 \(id cell-2\): output 1, text\/plain expected 4, got 3/);
  assert.not.match(check.stderr, /cell 1/);
});

test("a cell that is skipped is not run and keeps its outputs, and the cells after it are counted without it", async () => {
  const skip = { tags: ["skip-execution"] };
  const { ran, check, outputs } = await checked([
    { source: 'throw new Error("never")', metadata: skip },
    { source: "6 * 7" },
  ]);
  assert.is(ran.code, 0, ran.stderr);
  assert.is(check.code, 0, check.stderr);
  assert.match(check.stdout, "cell 1 (id cell-1): not run: tag skip-execution");
  assert.equal(outputs(0), []);
  const [{ execution_count: n, data }] = outputs(1) as ExecuteResultOutput[];
  assert.equal([n, data["text/plain"]], [1, "42"]);
});

test("an error that is expected is stored and compared, and the notebook goes on", async () => {
  const metadata = { tags: ["raises-exception"] };
  const cells = [{ source: 'throw new RangeError("no")', metadata }, "6 * 7"];
  const { ran, check, outputs } = await checked(cells);
  assert.is(ran.code, 0, ran.stderr);
  assert.is(check.code, 0, check.stderr);
  assert.match(JSON.stringify(outputs(0)), /"ename":"RangeError","evalue":"no"/);
  assert.match(JSON.stringify(outputs(1)), '"42"');
});

test("a type error can be expected, too", async () => {
  const metadata = { rederive: { raises: "not assignable to type 'number'" } };
  const { ran } = await checked([{ source: 'const n: number = "x";', metadata }]);
  assert.is(ran.code, 0, ran.stderr);
});

test("another error than the expected one fails, and so does none", async () => {
  const metadata = { rederive: { raises: "^RangeError" } };
  const other = await checked([{ source: 'throw new TypeError("no")', metadata }]);
  assert.is(other.ran.code, 1);
  assert.match(
    other.ran.stderr,
    /This is not the error that metadata\.rederive\.raises, \^RangeError expects/,
  );
  const none = await checked([{ source: "1", metadata }]);
  assert.is(none.ran.code, 1);
  assert.match(
    none.ran.stderr,
    /cell 1 \(id cell-1\): ended without an error, and metadata\.rederive\.raises, \^RangeError expects one/,
  );
});

test("the settings of a project hold for every cell: tolerance, kinds, text that differs, limits", async () => {
  const settings = `{
    tolerance: 1e-3,
    ignore: "stderr",
    replace: [{ pattern: /id \\\\d+/, by: "id N", reason: "drawn anew" }],
  }`;
  const { check } = await checked(
    [
      { source: "0.5", stored: "0.5001" },
      { source: 'console.error("a")', stored: "b\n" },
      { source: '"id 12, id 13"', stored: "id 7, id 8" },
    ],
    settings.replaceAll("\\\\", "\\"),
  );
  assert.is(check.code, 0, check.stderr);
  assert.match(check.stdout, "cell 3 (id cell-3): its outputs differ as they may: drawn anew");
  const late = await checked(["for (;;);"], "{ timeout: 0.5 }");
  assert.match(late.ran.stderr, /did not end within 0\.5 s/);
  const own = await checked(
    [
      {
        source: "await new Promise((done) => setTimeout(done, 900)); 1",
        metadata: { rederive: { timeout: 20 } },
      },
    ],
    "{ timeout: 0.5 }",
  );
  assert.is(own.ran.code, 0, own.ran.stderr);
});

test("a notebook that the settings skip is named with the reason and not run", async () => {
  files.write("skips/package.json", "{}");
  files.write(
    "skips/rederive.config.mjs",
    'export default { check: { skip: [{ notebooks: "notebooks/gpu.ipynb", reason: "needs a GPU" }] } };',
  );
  files.write("skips/notebooks/a.ipynb", notebookOf("1"));
  files.write("skips/notebooks/gpu.ipynb", notebookOf('throw new Error("never")'));
  const { code, stdout, stderr } = await rederive(["run", "skips/notebooks"], files.folder);
  assert.is(code, 0, stderr);
  assert.match(stdout, "note: gpu.ipynb: not run: needs a GPU");
});

test("metadata that cannot be followed fail by name", async () => {
  const { check } = await checked([
    { source: "1", metadata: { rederive: { tolerance: "loose" } } },
  ]);
  assert.is(check.code, 1);
  assert.match(
    check.stderr,
    "cell 1 (id cell-1): metadata.rederive.tolerance must be a number >= 0",
  );
});

test.run();
