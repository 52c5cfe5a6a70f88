import type { Output } from "../../../src/notebook/index.js";
import { edit, type Fault } from "./fault.js";
import { dataOf, png } from "../peers/outputs.js";

const swap = (outputs: Output[]) => outputs.reverse();

/** What may be wrong in the outputs themselves. */
export const outputFaults: Fault[] = [
  edit(
    "number",
    "0.30000000000000004",
    "0.30000000000000005",
    'output 1, text/plain expected "0.30000000000000005", got "0.30000000000000004"',
  ),
  edit(
    "number",
    "0.30000000000000004",
    "0.31",
    "output 1, text/plain expected 0.31, got 0.30000000000000004",
  ),
  edit(
    "text",
    "plain text",
    "plane text",
    'output 1, text/plain expected "plane text result", got "plain text result"',
  ),
  edit(
    "text",
    "result",
    "result ",
    'output 1, text/plain expected "plain text result ", got "plain text result"',
  ),
  edit("text", "result", "result\n", 'output 1, text/plain, line 2 expected "", got nothing'),
  edit("object", "2.5", "2.6", "output 1, text/plain expected 2.6, got 2.5"),
  edit("streams", "line two", "line 2", 'output 1, text, line 2 expected "line 2", got "line two"'),
  edit(
    "streams",
    "line one\nline two",
    "line two\nline one",
    'output 1, text, line 1 expected "line two", got "line one"',
  ),
  {
    what: "stdout and stderr are swapped",
    kind: "streams",
    change: (cell) => swap(cell.outputs),
    said: [
      'output 1, name expected "stderr", got "stdout"',
      'output 1, text, line 1 expected "to stderr", got "line one"',
      'output 2, name expected "stdout", got "stderr"',
      'output 2, text, line 1 expected "line one", got "to stderr"',
    ],
  },
  {
    what: "stderr is called stdout",
    kind: "streams",
    change: (cell) => Object.assign(cell.outputs[1], { name: "stdout" }),
    said: 'output 2, name expected "stdout", got "stderr"',
  },
  {
    what: "what was written to stderr is missing",
    kind: "streams",
    change: (cell) => cell.outputs.pop(),
    said: 'output 2 expected nothing, got "to stderr\\n"',
  },
  edit("html", "<b>12.5", "<b>12.6", "output 1, text/html expected 12.6, got 12.5"),
  edit(
    "html",
    "<b>12.5",
    "<b>12.50000000001",
    "output 1, text/html expected 12.50000000001, got 12.5",
  ),
  edit(
    "html",
    "<i>x</i>",
    "<u>x</u>",
    'output 1, text/html expected "<b>12.5</b> <u>x</u>", got "<b>12.5</b> <i>x</i>"',
  ),
  edit("latex", "{1}{3}", "{2}{3}", "output 1, text/latex expected 2, got 1"),
  edit("svg", 'cx="10"', 'cx="11"', "output 1, image/svg+xml expected 11, got 10"),
  edit("markdown", "9.75", "9.76", "output 1, text/markdown expected 9.76, got 9.75"),
  edit(
    "bigint",
    "176n",
    "177n",
    'output 1, text/plain expected "1208925819614629174706177n", got "1208925819614629174706176n"',
  ),
  edit("array", "1e-7", "1e-8", "output 1, text/plain expected 1e-8, got 1e-7"),
  edit(
    "map",
    "'b' => 2",
    "'c' => 2",
    `output 1, text/plain expected "Map(2) { 'a' => 1, 'c' => 2 }", got "Map(2) { 'a' => 1, 'b' => 2 }"`,
  ),
  edit(
    "unicode",
    "Größe",
    "Groesse",
    'output 1, text/plain expected "Groesse 数学 ≤ 3", got "Größe 数学 ≤ 3"',
  ),
  edit("colours", "[31m", "[32m", "output 1, text expected 32, got 31"),
  edit("error", "larger than 5", "larger than 6", ["output 1, evalue expected 6, got 5"]),
  {
    what: "an error has another name",
    kind: "error",
    change: (cell) => Object.assign(cell.outputs[0], { ename: "TypeError" }),
    said: 'output 1, ename expected "TypeError", got "RangeError"',
  },
  {
    what: "the last letters of a long text change",
    kind: "long",
    change: (cell) => (dataOf(cell.outputs[0])["text/plain"] = `${"x".repeat(400)}eND`),
    said: `output 1, text/plain expected "...${"x".repeat(39)}eND", got "...${"x".repeat(39)}end"`,
  },
  {
    what: "a point of a list of JSON is another",
    kind: "json",
    change: (cell) =>
      Object.assign(dataOf(cell.outputs[0])["application/json"] as object, { n: 43 }),
    said: "output 1, n expected 43, got 42",
  },
  {
    what: "a list of JSON is in another order",
    kind: "json",
    change: (cell) =>
      Object.assign(dataOf(cell.outputs[0])["application/json"] as object, { list: [1, 3, 2] }),
    said: ["output 1, list[1] expected 3, got 2", "output 1, list[2] expected 2, got 3"],
  },
  {
    what: "a list of JSON is longer",
    kind: "json",
    change: (cell) =>
      Object.assign(dataOf(cell.outputs[0])["application/json"] as object, { list: [1, 2, 3, 4] }),
    said: "output 1, list, number of entries expected 4, got 3",
  },
  {
    what: "JSON has a key too many",
    kind: "json",
    change: (cell) =>
      Object.assign(dataOf(cell.outputs[0])["application/json"] as object, { z: 1 }),
    said: "output 1, z expected 1, got nothing",
  },
  {
    what: "null becomes false deep in JSON",
    kind: "json",
    change: (cell) =>
      Object.assign(dataOf(cell.outputs[0])["application/json"] as object, {
        deep: { yes: true, none: false },
      }),
    said: "output 1, deep.none expected false, got null",
  },
  edit("plotly", "[1,4,9]", "[1,4,9.5]", "output 1, data[0].y[2] expected 9.5, got 9"),
  edit("plotly", "squares", "cubes", 'output 1, layout.title expected "cubes", got "squares"'),
  edit(
    "table",
    "| 1 | 3.25 |",
    "| 1 | 3.26 |",
    "output 1, text/markdown, line 3 expected 3.26, got 3.25",
  ),
  {
    what: "a picture has other pixels",
    kind: "png",
    change: (cell) => (dataOf(cell.outputs[0])["image/png"] = png(0x102031ff)),
    said: 'output 1, image/png, 64 of 64 pixels, the first at (0, 0) expected "#102031ff", got "#102030ff"',
  },
  {
    what: "a picture is none",
    kind: "png",
    change: (cell) => (dataOf(cell.outputs[0])["image/png"] = "iVBORw0KGgo="),
    said: 'output 1, image/png expected "no PNG that can be read", got "a picture of 8 by 8"',
  },
  {
    what: "a media type is missing",
    kind: "html",
    change: (cell) => delete dataOf(cell.outputs[0])["text/html"],
    said: 'output 1, text/html expected nothing, got "<b>12.5</b> <i>x</i>"',
  },
  {
    what: "a media type is added",
    kind: "number",
    change: (cell) => (dataOf(cell.outputs[0])["text/html"] = "<b>0.4</b>"),
    said: 'output 1, text/html expected "<b>0.4</b>", got nothing',
  },
  {
    what: "an unknown media type is added",
    kind: "number",
    change: (cell) => (dataOf(cell.outputs[0])["application/x-foo"] = "hello"),
    said: 'output 1, application/x-foo expected "hello", got nothing',
  },
  {
    what: "an output has other metadata",
    kind: "number",
    change: (cell) => Object.assign(cell.outputs[0], { metadata: { "image/png": { width: 10 } } }),
    said: 'output 1, metadata.image/png expected {"width":10}, got nothing',
  },
  {
    what: "the count of a cell is another",
    kind: "number",
    change: (cell) => (cell.execution_count = 99),
    said: "execution count expected 2, got 99: the cells were not run once each from top to bottom",
  },
  {
    what: "an output stands twice",
    kind: "two",
    change: (cell) => cell.outputs.push(cell.outputs[1]),
    said: 'output 3 expected "display_data of text/plain", got nothing',
  },
  {
    what: "two outputs are in another order",
    kind: "two",
    change: (cell) => swap(cell.outputs),
    said: ["output 1, text/plain expected 2, got 1", "output 2, text/plain expected 1, got 2"],
  },
  {
    what: "one of two outputs is missing",
    kind: "two",
    change: (cell) => cell.outputs.pop(),
    said: 'output 2 expected nothing, got "display_data of text/plain"',
  },
  {
    what: "all outputs of a cell are missing",
    kind: "number",
    change: (cell) => (cell.outputs = []),
    said: 'output 1 expected nothing, got "execute_result of text/plain"',
  },
  {
    what: "a value is shown where it was the result",
    kind: "number",
    change: (cell) =>
      (cell.outputs = [
        { output_type: "display_data", data: dataOf(cell.outputs[0]), metadata: {} },
      ]),
    said: 'output 1 expected "display_data of text/plain", got "execute_result of text/plain"',
  },
  {
    what: "an error stands in place of the result",
    kind: "number",
    change: (cell) =>
      (cell.outputs = [{ output_type: "error", ename: "E", evalue: "x", traceback: [] }]),
    said: 'output 1 expected "E: x", got "execute_result of text/plain"',
  },
  {
    what: "an error is appended",
    kind: "number",
    change: (cell) =>
      cell.outputs.push({ output_type: "error", ename: "E", evalue: "x", traceback: [] }),
    said: 'output 2 expected "E: x", got nothing',
  },
  {
    what: "a derivation has another grade",
    kind: "derivation",
    change(cell) {
      const mime = "application/vnd.rederive.derivation.v1+json";
      Object.assign(dataOf(cell.outputs[0])[mime] as object, { grade: "tested" });
    },
    said: 'output 1, grade expected "tested", got "proved"',
  },
  edit(
    "derivation",
    "■ proved</p>",
    "■ refuted</p>",
    'output 1, text/html, line 1 expected "<p><code>k.square</code> ■ refuted</p>", got "<p><code>k.square</code> ■ proved</p>"',
  ),
  edit(
    "derivation",
    "&= a^2 + 2 a b",
    "&= a^2 + 3 a b",
    "output 1, text/latex, line 2 expected 3, got 2",
  ),
];
