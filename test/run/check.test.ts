import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  type CodeCell,
  type ExecuteResultOutput,
  type Notebook,
  readNotebook,
  writeNotebook,
} from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { projectCopy } from "../support/projectCopy.js";
import { childrenOf, type Finished, rederive, scratch } from "./scratch.js";

const test = suite("run: planted faults");
const files = scratch();
test.after(files.remove);

const figure = `({
  [Symbol.for("Jupyter.display")]: () => ({
    "application/vnd.plotly.v1+json": { data: [{ y: [0, 1, 4, 9] }], layout: {} },
    "text/plain": "a figure of 4 points",
  }),
})`;
interface Plot {
  data: { y: number[] }[];
}
const data = (cell: CodeCell) => (cell.outputs[0] as ExecuteResultOutput).data;

const sources = ["# Title", "const a = 6;", "a * 7", figure, 'console.log("a is", a)', "a / 7"];

/** As another program leaves a notebook that it has run. */
function takeStamps({ metadata, cells }: Notebook): void {
  delete metadata.rederive;
  for (const cell of cells) delete cell.metadata.rederive;
}

/** What each planted fault changes in the notebook that `run` stored. */
const faults: Record<string, (notebook: Notebook, cells: CodeCell[]) => void> = {
  text(_, cells) {
    data(cells[2])["text/plain"] = "43";
    Object.assign(cells[4].outputs[0], { text: "a is 7\n" });
    data(cells[5])["text/plain"] = "0.8571428571428572";
  },
  figure(_, cells) {
    const plot = data(cells[3])["application/vnd.plotly.v1+json"] as Plot;
    plot.data[0].y[2] = 5;
    delete data(cells[3])["text/plain"];
    cells[2].outputs = [];
  },
  many(_, cells) {
    const plot = data(cells[3])["application/vnd.plotly.v1+json"] as Plot;
    plot.data[0].y = [9, 9, 9, 8];
    Object.assign(data(cells[3]), { "text/plain": "5 points", "text/x": "x", "text/y": "y" });
  },
  edited(_, cells) {
    cells[2].source = "a * 8";
  },
  unstamped(notebook, cells) {
    takeStamps(notebook);
    cells[2].execution_count = 9;
  },
  throws(_, cells) {
    cells[2].source = 'throw new RangeError("no")';
  },
  stripped(_, cells) {
    for (const cell of cells.slice(1)) Object.assign(cell, { outputs: [], execution_count: null });
  },
};

let checked: Finished;
test.before(async () => {
  const run = await rederive(
    ["run", files.write("good.ipynb", notebookOf(...sources))],
    files.folder,
  );
  assert.is(run.code, 0, run.stderr);
  for (const [name, change] of Object.entries(faults))
    files.write(`${name}.ipynb`, changed(change));
  const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: files.folder };
  const paths = Object.keys(faults).map((name) => `${name}.ipynb`);
  checked = await rederive(["check", ...paths, "--junit", "report.xml"], files.folder, env);
});

function changed(change: (notebook: Notebook, cells: CodeCell[]) => void): Notebook {
  const notebook = readNotebook(files.read("good.ipynb"), "good.ipynb");
  change(notebook, notebook.cells as CodeCell[]);
  return notebook;
}

/** What is said of one notebook, its name left out. */
const said = (name: string) =>
  checked.stderr
    .split("\n")
    .filter((line) => line.startsWith(`${name}.ipynb`))
    .map((line) => line.slice(`${name}.ipynb`.length));

test("what `run` stored holds and exits 0, whatever becomes of the prose and within a cell's tolerance", async () => {
  const notebook = changed(({ cells }, [, , , , , last]) => {
    cells[0].source = "# Another title";
    data(last)["text/plain"] = "0.8571428571428572";
    last.metadata.rederive = { tolerance: 1e-12 };
  });
  const path = files.write("holds.ipynb", notebook);
  const { code, stdout, stderr } = await rederive(["check", path], files.folder);
  assert.is(code, 0, stderr);
  assert.match(stdout, /holds\W+5\W+3\W+none\W+\d+\.\d\W+ok/);
  assert.is(stderr, "");
});

test("outputs that another program has stored hold, with a note, where they equal a fresh run's", async () => {
  const resaved = files.write("resaved.ipynb", changed(takeStamps));
  const edited = files.write(
    "commented.ipynb",
    changed((_, cells) => (cells[2].source = "a * 7 // the same value")),
  );
  const { code, stdout, stderr } = await rederive(["check", resaved, edited], files.folder);
  assert.is(code, 0, stderr);
  const todo = "and equal those of a fresh run; execute `rederive run";
  for (const line of [
    `note: resaved.ipynb: its outputs were not stored by \`rederive run\`, or not all of its cells ran, ${todo}`,
    `note: commented.ipynb: its stored outputs are older than what they are made of: cell 3 has changed, ${todo}`,
  ])
    assert.ok(stdout.includes(line), stdout);
});

test("planted faults exit 1, change no file and leave no process behind", () => {
  assert.is(checked.code, 1);
  assert.equal(childrenOf(checked.pid), []);
  for (const [name, change] of Object.entries(faults)) {
    assert.is(files.read(`${name}.ipynb`), writeNotebook(changed(change)), name);
    assert.match(checked.stdout, new RegExp(`${name}\\W.*failed`));
  }
  assert.match(
    checked.stderr,
    /^If a new value is right, store it by `rederive run` and say why in the commit\.$/m,
  );
});

test("a changed number in a text is named by cell, output and both values, to the last digit", () => {
  assert.equal(said("text"), [
    ", cell 3 (id cell-3): output 1, text/plain expected 43, got 42",
    ", cell 5 (id cell-5): output 1, text expected 7, got 6",
    ", cell 6 (id cell-6): output 1, text/plain expected 0.8571428571428572, got 0.8571428571428571",
  ]);
});

test("a changed point of a figure is named by its path; a taken output is a difference", () => {
  assert.equal(said("figure"), [
    ', cell 3 (id cell-3): output 1 expected nothing, got "execute_result of text/plain"',
    ", cell 4 (id cell-4): output 1, data[0].y[2] expected 5, got 4",
    ', cell 4 (id cell-4): output 1, text/plain expected nothing, got "a figure of 4 points"',
  ]);
});

test("of many differences of one cell five are shown and the rest is counted", () => {
  const lines = said("many");
  assert.is(lines.length, 6);
  assert.is(lines[5], ", cell 4 (id cell-4): and 2 more differences");
});

test("an edited cell with its old outputs is stale", () => {
  assert.equal(said("edited"), [
    ": its stored outputs are older than what they are made of: cell 3 has changed; execute `rederive run edited.ipynb` and read what changes",
    ", cell 3 (id cell-3): output 1, text/plain expected 42, got 48",
  ]);
});

test("a notebook that another program has run, or not from top to bottom, is named", () => {
  assert.equal(said("unstamped"), [
    ": its outputs were not stored by `rederive run`, or not all of its cells ran; execute `rederive run unstamped.ipynb` and read what changes",
    ", cell 3 (id cell-3): execution count expected 2, got 9: the cells were not run once each from top to bottom",
  ]);
});

test("a throwing cell is named, and so are those that did not run because of it", () => {
  const [stale, thrown, rest] = said("throws");
  assert.match(stale, /^: its stored outputs are older/);
  assert.is(thrown, ", cell 3 (id cell-3): RangeError: no");
  assert.is(rest, ", cell 3 (id cell-3): 3 code cells from 4 to 6 did not run because of it");
});

test("stripped outputs are named cell by cell, of cells that give some", () => {
  assert.equal(
    said("stripped"),
    [3, 4, 5, 6].map(
      (cell) =>
        `, cell ${cell} (id cell-${cell}): holds no output of a run; execute \`rederive run stripped.ipynb\``,
    ),
  );
});

test("on GitHub each difference is marked at the line on which its cell begins", () => {
  const marks = checked.stdout.split("\n").filter((line) => line.startsWith("::error file=text"));
  assert.is(marks.length, 3);
  const [, line] =
    /^::error file=text\.ipynb,line=(\d+)::text\.ipynb, cell 3 /.exec(marks[0]) ?? [];
  const lines = files.read("text.ipynb").split("\n");
  assert.is(lines[Number(line) - 1], "  {");
  assert.match(
    lines.slice(Number(line)).join("\n"),
    /^ {3}"cell_type": "code",\n {3}"execution_count": 2,/,
  );
  assert.match(checked.stdout, /^::error file=edited\.ipynb,line=1::edited\.ipynb: its stored /m);
});

test("--junit writes a case for each code cell and one for the notebook", () => {
  const xml = files.read("report.xml");
  const head = /<testsuite name="text\.ipynb" tests="6" failures="3" errors="0" time="\d+\.\d{3}">/;
  assert.match(xml, head);
  assert.match(xml, /<testcase classname="text" name="cell 2 \(id cell-2\)" time="\d+\.\d{3}"\/>/);
  assert.match(
    xml,
    /<testcase classname="text" name="cell 3 \(id cell-3\)" time="\d+\.\d{3}">\n +<failure message="text\.ipynb, cell 3 \(id cell-3\): output 1, text\/plain expected 43, got 42">/,
  );
  assert.match(
    xml,
    /<failure message="figure\.ipynb, [^"]*got &quot;execute_result of text\/plain&quot;">/,
  );
});

test("a file that cannot be read exits 2, after the others were checked", async () => {
  files.write("broken.ipynb", "{");
  files.write(
    "prose.ipynb",
    changed((notebook) => {
      notebook.cells = [notebook.cells[0]];
    }),
  );
  const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: files.folder };
  const args = ["check", "broken.ipynb", "prose.ipynb", "--junit", "report.xml"];
  const { code, stdout, stderr } = await rederive(args, files.folder, env);
  assert.is(code, 2);
  assert.match(stdout, /prose\W+0\W+0\W+none/);
  assert.match(
    stderr,
    /^rederive: broken\.ipynb: not JSON: line 1, column 2: expected a key in " or }, got the end of the file$/m,
  );
  assert.match(stdout, /^::error file=broken\.ipynb,line=1::broken\.ipynb: not JSON: /m);
  assert.match(
    files.read("report.xml"),
    /name="broken\.ipynb" tests="1" failures="0" errors="1".*\n.*\n +<error message="broken\.ipynb: not JSON: /,
  );
});

const core = suite("run: planted faults of the core");
core(
  "a wrong gradient in src is found, and an edit that a chapter does not use leaves it fresh",
  async () => {
    const copy = projectCopy("src", "scripts");
    const edit = (path: string, from: string, to: string) => {
      const file = join(copy.folder, path);
      const text = readFileSync(file, "utf8");
      assert.ok(text.includes(from), `${path} holds ${from}`);
      writeFileSync(file, text.replace(from, to));
    };
    try {
      const path = join(copy.folder, "gradient.ipynb");
      const cells = [
        'import { gradcheck, sigmoid, sigmoidBackward } from "rederive";',
        "gradcheck(({ data }) => sigmoid(data[0]), [0.5], [sigmoidBackward(1, 0.5)]).ok",
      ];
      writeFileSync(path, writeNotebook(notebookOf(...cells)));
      const run = await rederive(["run", path], copy.folder);
      assert.is(run.code, 0, run.stderr);

      edit("src/prob/gaussian.ts", "const log2Pi", "// edited\nconst log2Pi");
      const other = await rederive(["check", path], copy.folder);
      assert.is(other.code, 0, other.stderr);

      edit("src/nn/sigmoid.ts", "logistic(z) * logistic(-z)", "logistic(z) * logistic(z)");
      const wrong = await rederive(["check", path], copy.folder);
      assert.is(wrong.code, 1);
      assert.match(
        wrong.stderr,
        /^gradient\.ipynb: its stored outputs are older than what they are made of: what its cells use of rederive has changed; /m,
      );
      assert.match(
        wrong.stderr,
        /^gradient\.ipynb, cell 2 \(id cell-2\): output 1, text\/plain expected "true", got "false"$/m,
      );
    } finally {
      copy.remove();
    }
  },
);
test.run();
core.run();
