import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readNotebook, writeNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "./build.js";

const test = suite("notebook: read");
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, "..", "fixtures", "notebook", name), "utf8");

/** The message with which a text is refused. */
function refusal(text: string): string {
  try {
    readNotebook(text, "a.ipynb");
  } catch (error) {
    return (error as Error).message;
  }
  return "it was read";
}
const refuses = (text: string, expected: RegExp) => assert.match(refusal(text), expected);

/** A valid notebook's JSON after a change. */
function changed(change: (raw: Record<string, any>) => void): string {
  const raw = JSON.parse(writeNotebook(notebookOf("# Title", "1 + 1", "2 + 2")));
  change(raw);
  return JSON.stringify(raw);
}

test("sources, streams and texts come as strings, JSON data as it is", () => {
  const { cells } = readNotebook(fixture("rich.ipynb"), "rich.ipynb");
  assert.is(cells[1].source, "const x = 2;\nconsole.log(x);\nx + 1");
  assert.ok(cells[1].cell_type === "code");
  const [stdout, , display] = cells[1].outputs;
  assert.ok(stdout.output_type === "stream" && display.output_type === "display_data");
  assert.is(stdout.text, "2\nlast line without an end");
  assert.is(display.data["text/html"], "<b>√2</b>\n<i>ü</i>\n");
  assert.equal((display.data["application/vnd.plotly.v1+json"] as { layout: unknown }).layout, {});
});

test("what is not JSON is refused with the place", () => {
  refuses(
    '{"cells": [',
    /^a\.ipynb: not JSON: line 1, column 12: expected a value or \], got the end/,
  );
  refuses('{\n "cells": 3x}', /^a\.ipynb: not JSON: line 2, column 12: expected , or }, got x}$/);
  refuses('{"a" 1}', /column 6: expected :, got 1}$/);
  refuses("{a: 1}", /column 2: expected a key in " or }, got a: 1}$/);
  refuses("[01]", /column 3: expected , or \], got 1\]$/);
  refuses("{} {}", /column 4: expected the end of the file, got {}$/);
  refuses("<html>", /column 1: expected a value, got <html>$/);
  refuses("", /^a\.ipynb: not a notebook: the file is empty$/);
  refuses(
    "{\n<<<<<<< HEAD\n=======\n>>>>>>> b\n}",
    /^a\.ipynb: not JSON: it holds a merge's conflict markers/,
  );
});

test("JSON that is no notebook is refused with what is missing", () => {
  for (const text of ["[]", "null", "3", "{}", '{"cells": []}', '{"nbformat": "4"}']) {
    refuses(text, /^a\.ipynb: not a notebook: it is JSON, but without an `nbformat` number/);
  }
  refuses('{"nbformat": 4}', /^a\.ipynb: not a notebook: `cells` must be an array$/);
});

test("an older or newer format is refused with what to do", () => {
  assert.throws(
    () => readNotebook(fixture("nbformat-3.ipynb"), "old.ipynb"),
    /^old\.ipynb: nbformat 3 is not read, 4 is; convert it with `jupyter nbconvert .* old\.ipynb`$/,
  );
  refuses('{"nbformat": 5, "cells": []}', /nbformat 5 is not read, 4 is; save it as nbformat 4/);
});

test("what breaks the official schema is named by cell", () => {
  const broken = (change: (raw: Record<string, any>) => void, message: RegExp) =>
    refuses(changed(change), message);
  broken((raw) => delete raw.cells[1].outputs, /cell 2 must have `outputs`$/);
  broken((raw) => (raw.cells[1].id = "no spaces"), /cell 2, id must match pattern/);
  broken((raw) => (raw.cells[2].source = 3), /cell 3, source must be/);
  broken((raw) => (raw.cells[0].extra = 1), /cell 1 must not have `extra`$/);
  broken((raw) => delete raw.metadata, /the top level must have `metadata`$/);
  broken(
    (raw) => (raw.cells[1].outputs = [{ output_type: "stream" }]),
    /cell 2, output 1 must have `name`$/,
  );
  broken(
    (raw) => (raw.cells[1].outputs = [{ output_type: "pyout" }]),
    /output_type must be one of stream, /,
  );
  broken((raw) => (raw.cells[1].cell_type = "magic"), /cell 2, cell_type must be one of code, /);
  broken((raw) => (raw.cells[1] = 7), /cell 2 must be an object$/);
  broken((raw) => (raw.cells[2].id = raw.cells[1].id), /cell 3: id cell-2 is used twice$/);
});

test("nbformat 4.0 to 4.4 become 4.5, with the same cell ids each time", () => {
  for (const minor of [0, 1, 2, 3, 4]) {
    const read = () => readNotebook(fixture(`minor-${minor}.ipynb`), "old.ipynb");
    assert.is(read().nbformat_minor, 5);
    const ids = read().cells.map(({ id }) => id);
    assert.is(new Set(ids).size, 3, "two cells of the same source have different ids");
    assert.ok(ids.every((id) => /^[0-9a-f]{8}$/.test(id)));
    assert.equal(
      read().cells.map(({ id }) => id),
      ids,
    );
  }
});

test("a byte order mark does not matter", () => {
  assert.is(readNotebook(`\uFEFF${changed(() => {})}`, "a.ipynb").cells.length, 3);
});

test("a string of millions of characters is read, with what is escaped in it", () => {
  const long = '\\n"'.repeat(2_000_000);
  const text = changed((raw) => (raw.cells[1].source = long));
  assert.ok(readNotebook(text, "a.ipynb").cells[1].source === long);
});

test("brackets within brackets are read to a depth of 1000, and refused beyond", () => {
  const nested = (depth: number) =>
    changed((raw) => (raw.metadata.deep = 0)).replace(
      /"deep": ?0/,
      () => `"deep": ${"[".repeat(depth)}${"]".repeat(depth)}`,
    );
  assert.ok(readNotebook(nested(900), "a.ipynb"));
  assert.throws(
    () => readNotebook(nested(100_000), "a.ipynb"),
    /expected no more than 1000 brackets within each other/,
  );
});

test.run();
