import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cellLine, writeNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "./build.js";

const test = suite("notebook: cellLine");

test("a cell's line is the one on which its object begins, however the file is laid out", () => {
  const text = writeNotebook(notebookOf("1", "# two", "3"));
  const lines = text.split("\n");
  for (const cell of [1, 2, 3]) {
    const line = cellLine(text, cell) as number;
    assert.is(lines[line - 1], "  {");
    assert.match(
      lines.slice(line).join("\n"),
      new RegExp(`^[^{]*?"id": "cell-${cell}"|^ {3}"cell_type": "code",[^]*?"id": "cell-${cell}"`),
    );
  }
  assert.is(cellLine('{"cells": [{}, {},\n {"a": [\n{}]}]}', 3), 2);
  assert.is(cellLine('\uFEFF{"cells": [\n{}]}', 1), 2);
});

test("a cell that is not there has no line", () => {
  assert.is(cellLine('{"cells": [{}]}', 2), undefined);
  assert.is(cellLine('{"cells": [{}]}', 0), undefined);
  assert.is(cellLine("{}", 1), undefined);
});

test.run();
