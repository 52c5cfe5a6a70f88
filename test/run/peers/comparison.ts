import * as assert from "uvu/assert";
import { cellOf, dataOf, outputOf, png, textOf } from "./outputs.js";
import type { PublicReport } from "./publicReport.js";

const tagged = (...tags: string[]) => ({ tags });

/** How stored outputs are held against new ones. */
export const comparison: PublicReport[] = [
  {
    reference: "computationalmodelling/nbval#54",
    cause: "prints that arrive in several messages became several outputs, at random",
    right: "what a cell prints in pieces is one output, whatever pauses lie between",
    cells: [
      "for (let i = 0; i < 40; i++) { process.stdout.write(`${i},`); if (i % 7 === 0) await new Promise((go) => setTimeout(go, 3)); }",
    ],
    stored([[output, ...more]]) {
      assert.equal(more, []);
      assert.is(textOf(output), Array.from({ length: 40 }, (_, i) => `${i},`).join(""));
    },
  },
  {
    reference: "computationalmodelling/nbval#56",
    cause: "stdout and stderr were collected apart, and joined under one name",
    right:
      "stdout and stderr keep the order in which they were written, and a swap is a difference",
    cells: ['console.log("a"); console.error("b"); console.log("c");'],
    stored: ([outputs]) => assert.equal(outputs.map(textOf), ["a\n", "b\n", "c\n"]),
    between: (notebook) =>
      cellOf(notebook, 1)
        .outputs.reverse()
        .push(...cellOf(notebook, 1).outputs.splice(0, 1)),
    checked: [
      /output 1, name expected "stderr", got "stdout"$/,
      /output 1, text, line 1 expected "b", got "a"$/,
      /output 2, name expected "stdout", got "stderr"$/,
      /output 2, text, line 1 expected "a", got "b"$/,
    ],
  },
  {
    reference: "computationalmodelling/nbval#149",
    cause: "an output too many was named by its kind, and its text was kept back",
    right: "what a cell prints unexpectedly is shown in the message",
    cells: ['console.log("a"); console.error("careful: old data");'],
    between: (notebook) => cellOf(notebook, 1).outputs.pop(),
    checked: [/cell 1 \(id cell-1\): output 2 expected nothing, got "careful: old data\\n"$/],
  },
  {
    reference: "computationalmodelling/nbval#117",
    cause: "the bytes of pictures were left out of the comparison",
    right: "another picture is a difference, told by its pixels",
    cells: [`void jupyter.display({ "image/png": "${png(0x112233ff)}" });`],
    between: (notebook) => (dataOf(outputOf(notebook, 1))["image/png"] = png(0x112244ff)),
    checked: [
      /output 1, image\/png, 64 of 64 pixels, the first at \(0, 0\) expected "#112244ff", got "#112233ff"$/,
    ],
  },
  {
    reference: "computationalmodelling/nbval#97",
    cause: "what a picture is called in text differs each time, or its bytes do",
    right: "the same pixels in other bytes are no difference",
    cells: [`void jupyter.display({ "image/png": "${png(0x112233ff)}" });`],
    between(notebook) {
      assert.is.not(png(0x112233ff, 0), png(0x112233ff));
      dataOf(outputOf(notebook, 1))["image/png"] = png(0x112233ff, 0);
    },
  },
  {
    reference: "computationalmodelling/nbval#68",
    cause: "a media type that cannot be compared could not be left out",
    right: "a media type can be left out, and the others of the same output still count",
    cells: [
      {
        source:
          'void jupyter.display({ "application/pdf": "JVBERi0x", "text/plain": "a figure" });',
        metadata: { rederive: { ignore: ["application/pdf"], reason: "it holds its date" } },
      },
    ],
    between(notebook) {
      Object.assign(dataOf(outputOf(notebook, 1)), {
        "application/pdf": "JVBERi0y",
        "text/plain": "b",
      });
    },
    checked: [/output 1, text\/plain expected "b", got "a figure"$/],
  },
  {
    reference: "computationalmodelling/nbval#204",
    cause:
      "after text was replaced, an output too many was hard to tell from one that was not replaced",
    right:
      "text is replaced on both sides, and an output that one side lacks is still a difference",
    cells: ['console.log("<Figure size 640x480>"); "Text(0.5, 91.2)"'],
    settings:
      "{ replace: [{ pattern: /size \\d+x\\d+/, by: 'size N', reason: 'another screen' }] }",
    between(notebook) {
      Object.assign(outputOf(notebook, 1), { text: "<Figure size 800x600>\n" });
      cellOf(notebook, 1).outputs.pop();
    },
    checked: [/output 2 expected nothing, got "execute_result of text\/plain"$/],
  },
  {
    reference: "chrisjsewell/pytest-notebook#94",
    cause:
      "clocks, addresses and colours differ from run to run, and everybody writes the same patterns",
    right: "the clock, random numbers and ids are fixed, and colours are kept as they are",
    cells: [
      "[new Date().toISOString(), Math.random(), performance.now(), crypto.randomUUID()].join()",
      'console.log("\\x1b[31mred\\x1b[0m")',
    ],
    before: "ids by `crypto.randomUUID` differed at each run",
    stored: ([, [printed]]) => assert.is(textOf(printed), "\x1b[31mred\x1b[0m\n"),
    again: true,
  },
  {
    reference: "chrisjsewell/pytest-notebook#13",
    cause: "one side had its line ends changed on the way, the other not",
    right: "carriage returns before line ends are kept on both sides",
    cells: ['void process.stdout.write("a\\r\\nb\\r\\n");'],
    again: true,
  },
  {
    reference: "chrisjsewell/pytest-notebook#5",
    cause:
      "what may differ had to be written into each notebook; the file for all of them was not read",
    right: "what the project's settings leave out is left out in each notebook",
    cells: ['console.error("warning 1"); 6 * 7'],
    settings: "{ ignore: ['stderr'] }",
    between: (notebook) => Object.assign(outputOf(notebook, 1), { text: "warning 2\n" }),
  },
  {
    reference: "chrisjsewell/pytest-notebook#39",
    cause:
      "a table is text twice, as HTML and as words, and a number in it was compared as letters",
    right: "a number in a table of HTML and in its text differs by at most the tolerance",
    cells: [
      {
        source:
          'void jupyter.display({ "text/html": "<table><td>1.25</td></table>", "text/plain": "| 1.25 |" });',
        metadata: { rederive: { tolerance: { absolute: 0.01, reason: "another BLAS" } } },
      },
    ],
    between(notebook) {
      const data = dataOf(outputOf(notebook, 1));
      Object.assign(data, {
        "text/html": "<table><td>1.255</td></table>",
        "text/plain": "| 1.27 |",
      });
    },
    checked: [
      /output 1, text\/plain expected 1\.27, got 1\.25 \(differs by 0\.020, 0\.016 of the larger number; allowed 0\.01\)$/,
    ],
  },
  {
    reference: "chrisjsewell/pytest-notebook#36",
    cause: "a notebook that is kept without outputs could not be checked for errors alone",
    right: "a cell whose outputs are not compared runs, and needs none that are stored",
    before: "such a cell was said to hold no output of a run",
    cells: [{ source: "6 * 7", metadata: tagged("nbval-ignore-output") }],
    between: (notebook) =>
      Object.assign(cellOf(notebook, 1), { outputs: [], execution_count: null }),
    noted: /cell 1 \(id cell-1\): its outputs are not compared: tag nbval-ignore-output/,
  },
  {
    reference: "executablebooks/MyST-NB#350",
    cause:
      "the key of the cache held the metadata of cells, tags for the look of a page among them",
    right: "a tag that says nothing of how a cell runs leaves the stored outputs as they are",
    cells: ["6 * 7"],
    between: (notebook) => (cellOf(notebook, 1).metadata = tagged("remove-input")),
  },
  {
    reference: "executablebooks/jupyter-cache#4",
    cause: "an edit of the prose must not cost an execution, one of the code must",
    right: "edited prose leaves a notebook fresh, and an edited cell does not",
    cells: ["# Title", "6 * 7"],
    between(notebook) {
      notebook.cells[0].source = "# Another title";
      notebook.cells[1].source = "6 * 8";
    },
    checked: [/older than/, /cell 2 \(id cell-2\): output 1, text\/plain expected 42, got 48$/],
  },
  {
    reference: "quarto-dev/quarto-cli#6793",
    cause:
      "what is kept from the last run is taken although a file that the document includes has changed",
    right: "a changed file of the project that a cell imports is noticed by its value",
    cells: ['import { rate } from "./rate.ts";\nrate * 2'],
    files: { "rate.ts": "export const rate = 2;\n" },
    between: (_, write) => write("rate.ts", "export const rate = 3;\n"),
    checked: [/cell 1 \(id cell-1\): output 1, text\/plain expected 4, got 6$/],
  },
  {
    reference: "executablebooks/MyST-NB#621",
    cause: "the cache did not know of the file from which a cell loads",
    right: "a changed data file that a cell reads is noticed by its value, its length the same",
    cells: ['import { readFileSync } from "node:fs";\nreadFileSync("data.txt", "utf8").trim()'],
    files: { "data.txt": "one\n" },
    between: (_, write) => write("data.txt", "two\n"),
    checked: [/cell 1 \(id cell-1\): output 1, text\/plain expected "one", got "two"$/],
  },
  {
    reference: "paulgb/runipy#14",
    cause: "a runner told only that a notebook had failed",
    right: "each difference names its cell, the value that is stored and the one that came",
    cells: ['"Ok"', "23"],
    between(notebook) {
      dataOf(outputOf(notebook, 1))["text/plain"] = "Not ok";
      dataOf(outputOf(notebook, 2))["text/plain"] = "23.01";
    },
    checked: [
      /cell 1 \(id cell-1\): output 1, text\/plain expected "Not ok", got "Ok"$/,
      /cell 2 \(id cell-2\): output 1, text\/plain expected 23\.01, got 23$/,
    ],
  },
];
