import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readNotebook, writeNotebook } from "../../src/notebook/index.js";
import { codeCell, notebookOf, result } from "./build.js";

const test = suite("notebook: write");
const root = join(import.meta.dirname, "..", "..");

test("a notebook that Jupyter wrote is written back byte by byte", () => {
  const text = readFileSync(join(root, "test", "fixtures", "notebook", "rich.ipynb"), "utf8");
  assert.is(writeNotebook(readNotebook(text, "rich.ipynb")), text);
});

test("the project's own notebooks are written back byte by byte", () => {
  const folder = join(root, "notebooks");
  for (const name of readdirSync(folder).filter((other) => other.endsWith(".ipynb"))) {
    const text = readFileSync(join(folder, name), "utf8");
    assert.is(writeNotebook(readNotebook(text, name)), text, name);
  }
});

test("writing is stable whatever the order of keys", () => {
  const { cells, ...rest } = notebookOf("1");
  assert.is(writeNotebook({ cells, ...rest }), writeNotebook({ ...rest, cells }));
  assert.ok(writeNotebook({ ...rest, cells }).endsWith("}\n"));
});

test("what is written can be read again, whatever the outputs hold", () => {
  const bundle = {
    "text/plain": "a\r\nb\rc\u2028d\v",
    "text/html": "",
    "image/png": "aGk=\n",
    "application/json": ["a", "b"],
    "application/vnd.x+json": { "2": 1, "10": [[], {}], a: "\u0000\u001f" },
  };
  const notebook = { ...notebookOf(), cells: [codeCell("\n\n", "one", [result(bundle)])] };
  assert.equal(readNotebook(writeNotebook(notebook), "a.ipynb"), notebook);
});

test("keys that look like numbers are sorted as texts, as Python sorts them", () => {
  const notebook = notebookOf();
  notebook.metadata = { "9": 1, "10": 2 };
  assert.match(writeNotebook(notebook), /"10": 2,\n {2}"9": 1/);
});

test("a number that was changed is written anew, its neighbours as they were", () => {
  const notebook = readNotebook(
    '{"cells": [], "metadata": {"a": 1.0, "b": [1.0, 2.0]}, "nbformat": 4, "nbformat_minor": 5}',
    "a.ipynb",
  );
  (notebook.metadata.b as number[])[1] = 3;
  assert.match(writeNotebook(notebook), /"a": 1\.0,\n {2}"b": \[\n {3}1\.0,\n {3}3\n {2}\]/);
});

test.run();
