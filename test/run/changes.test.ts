import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type CodeCell, readNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { changingCells, lateCells } from "./changingCells.js";
import { rederive, scratch } from "./scratch.js";

const test = suite("run: cells that change earlier ones");
const files = scratch();
test.after(files.remove);

/** Runs a notebook; gives what is stored of each of its cells, and what was said. */
async function run(name: string, ...sources: string[]) {
  const path = files.write(`${name}.ipynb`, notebookOf(...sources));
  const finished = await rederive(["run", path], files.folder);
  const { cells, metadata } = readNotebook(files.read(`${name}.ipynb`), name);
  return { ...finished, metadata, outputs: (cells as CodeCell[]).map(({ outputs }) => outputs) };
}

for (const [name, cells, title] of [
  [
    "changing",
    changingCells,
    "what a later cell updates, shows again or clears is stored as a Jupyter client stores it",
  ],
  [
    "late",
    lateCells,
    "what a timer gives after its cell is stored under its cell, whichever cell runs then",
  ],
] as const) {
  test(title, async () => {
    const { code, stderr, outputs } = await run(name, ...cells.map(({ source }) => source));
    assert.is(code, 0, stderr);
    assert.equal(
      outputs,
      cells.map((cell) => cell.outputs),
    );
  });
}

test("what a timer throws after its cell fails the notebook in that cell, and no further cell runs", async () => {
  const { code, stderr, outputs, metadata } = await run(
    "throws",
    'void setTimeout(() => { throw new RangeError("too late"); }, 1300);',
    lateCells[1].source,
    'console.log("third");',
  );
  assert.is(code, 1);
  assert.match(stderr, /^throws\.ipynb, cell 1 \(id cell-1\): RangeError: too late$/m);
  assert.match(stderr, /^throws\.ipynb, cell 1 \(id cell-1\): cell 3 did not run because of it$/m);
  assert.is(metadata.rederive, undefined);
  const [{ output_type, ...error }] = outputs[0];
  assert.equal([output_type, "evalue" in error && error.evalue], ["error", "too late"]);
  assert.equal(outputs.slice(1), [lateCells[1].outputs, []]);
});

test("what a timer gives after the last cell has ended is not waited for", async () => {
  const { code, outputs } = await run("last", 'void setTimeout(() => console.log("never"), 1500);');
  assert.is(code, 0);
  assert.equal(outputs, [[]]);
});

test.run();
