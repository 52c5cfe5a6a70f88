import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  importedNames,
  runHash,
  sourceHash,
  stampOf,
  withStamp,
} from "../../src/notebook/index.js";
import { notebookOf } from "./build.js";

const test = suite("notebook: stamp");
const names = (...sources: string[]) => importedNames(notebookOf(...sources).cells);

test("importedNames gives the names that cells import from the package, sorted", () => {
  assert.equal(names('import { b, a } from "rederive";', "import { c } from 'rederive'"), [
    "a",
    "b",
    "c",
  ]);
  assert.equal(names('import {\n  a as x, // why\n  type T,\n} from "rederive";'), ["T", "a"]);
  assert.equal(names('import type { T } from "rederive";'), ["T"]);
  assert.equal(names('import { a } from "rederive/conv";', 'import { b } from "rederive/show"'), [
    "a",
    "b",
  ]);
  assert.equal(
    names('import { readFileSync } from "node:fs";', '# import { a } from "rederive"'),
    [],
  );
});

test("importedNames gives * where a cell takes the package in another way", () => {
  for (const source of [
    'import * as r from "rederive";',
    'const r = await import("rederive");',
    'const { a } = require("rederive");',
    'import r, { a } from "rederive";',
    'import { prove } from "rederive/engine";',
    'import * as r from "rederive/conv";',
  ]) {
    assert.ok(names(source).includes("*"), source);
  }
});

test("a cell's hash is that of its code, or of the equations with ids in its prose, whatever its line ends", () => {
  const hash = (source: string) => sourceHash(notebookOf(source).cells[0]);
  assert.match(hash("1 + 1") ?? "", /^[0-9a-f]{12}$/);
  assert.is(hash("1 + 1\n2"), hash("1 + 1\r\n2"));
  assert.is.not(hash("1 + 1"), hash("1 + 2"));
  assert.is(hash(" \n"), undefined, "an empty cell has nothing to run");
  assert.is(hash("# Title"), undefined, "prose is none of a run's");
  assert.is(hash("// nbval-skip\n1"), undefined);
  const equation = hash("# A\n\n$$x = 1 \\tag{a.b}$$");
  assert.ok(equation);
  assert.is(hash("# B, with other words\n\n$$x = 1 \\tag{a.b}$$"), equation);
  assert.is.not(hash("# A\n\n$$x = 2 \\tag{a.b}$$"), equation);
  assert.is.not(hash("# A\n\n$$x = 1 \\tag{a.c}$$"), equation);
});

test("a stamp is read as it was written, beside what else a cell says of itself", () => {
  const [cell] = notebookOf("1").cells;
  cell.metadata = { rederive: { tolerance: 1 }, tags: ["a"] };
  const stamp = { source: "0123456789ab", run: "ba9876543210", inputs: { "data.csv": "x" } };
  const set = withStamp(cell, stamp);
  assert.equal(stampOf(set), stamp);
  assert.equal(withStamp(set, undefined), cell);
  assert.is(stampOf({ ...cell, metadata: { rederive: { stamp: "no stamp" } } }), undefined);
});

test("a run's hash depends on the order of its cells, and not on that of what they take in", () => {
  const [a, b] = ["a", "b"].map((source) => ({ source, inputs: { x: "1", y: "2" } }));
  assert.is.not(runHash([a, b]), runHash([b, a]));
  assert.is(runHash([a]), runHash([{ source: "a", inputs: { y: "2", x: "1" } }]));
  assert.is.not(runHash([a]), runHash([{ source: "a", inputs: { x: "1", y: "3" } }]));
});

test.run();
