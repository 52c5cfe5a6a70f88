import * as assert from "uvu/assert";
import { cellOf, outputOf, textOf } from "./outputs.js";
import type { PublicReport } from "./publicReport.js";

const raises = { tags: ["raises-exception"] };

/** Errors, those that are expected and those that must not be missed. */
export const errors: PublicReport[] = [
  {
    reference: "computationalmodelling/nbval#4",
    cause: "an error that a cell is to show could not be allowed",
    right: "an expected error is stored, and its text is compared",
    cells: [{ source: 'throw new RangeError("too large: 4")', metadata: raises }],
    between: (notebook) => Object.assign(outputOf(notebook, 1), { evalue: "too large: 5" }),
    checked: [/cell 1 \(id cell-1\): output 1, evalue expected 5, got 4$/],
  },
  {
    reference: "executablebooks/MyST-NB#273",
    cause: "after an expected error the kernel dropped the requests that were waiting",
    right: "the cell after an expected error runs",
    cells: [{ source: 'throw new Error("a")', metadata: raises }, 'console.log("b")'],
    stored: ([, [printed]]) => assert.is(textOf(printed), "b\n"),
    again: true,
  },
  {
    reference: "computationalmodelling/nbval#108",
    cause: "a cell that is to raise and does not was taken for right",
    right: "an expected error that does not come is a failure",
    cells: [{ source: "6 * 7", metadata: { rederive: { raises: "RangeError" } } }],
    ran: [
      /cell 1 \(id cell-1\): ended without an error, and metadata\.rederive\.raises, RangeError expects one$/,
    ],
  },
  {
    reference: "jupyter/nbconvert#461",
    cause: "a time that ran out and an error that is allowed were one thing",
    right: "an allowed error does not allow a cell that never ends",
    cells: [{ source: "for (;;);", metadata: { ...raises, rederive: { timeout: 1 } } }],
    ran: [/cell 1 \(id cell-1\): did not end within 1 s/],
  },
  {
    reference: "jupyter/nbconvert#838",
    cause: "the tag of one cell was not read; only a flag for all errors was there",
    right: "the tag of one cell allows no error of another",
    cells: [
      { source: 'throw new Error("wanted")', metadata: raises },
      'throw new Error("not wanted")',
    ],
    ran: [/cell 2 \(id cell-2\): Error: not wanted$/],
  },
  {
    reference: "computationalmodelling/nbval#147",
    cause: "a command that the kernel does not know ended the cell without an error that was seen",
    right: "a cell that begins with a command of another kernel fails",
    cells: ["%notmagic\nconst x = 0;", "1"],
    ran: [/cell 1 \(id cell-1\): /, /cell 1 \(id cell-1\): cell 2 did not run because of it$/],
  },
  {
    reference: "treebeardtech/nbmake#77",
    cause: "errors that come after the cell has ended were not looked for",
    right: "an error in a promise that nobody waits for fails its cell",
    cells: [
      'void Promise.reject(new RangeError("later"));',
      "await new Promise((go) => setTimeout(go, 50));",
    ],
    ran: [/cell 1 \(id cell-1\): RangeError: later/, /cell 1 .*cell 2 did not run because of it$/],
  },
  {
    reference: "treebeardtech/nbmake#67",
    cause: "which cell had failed stood only in a stack trace, and what was not run nowhere",
    right: "the cell that failed is named, and so are those that did not run",
    cells: ["# Title", "1", 'throw new Error("here")', "2", "3"],
    ran: [
      /cell 3 \(id cell-3\): Error: here$/,
      /cell 3 \(id cell-3\): 2 code cells from 4 to 5 did not run because of it$/,
    ],
  },
  {
    reference: "treebeardtech/nbmake#87",
    cause: "a missing package was one failure among many, found after minutes",
    right: "a package that is not installed is named, with the line that imports it",
    cells: ['import { nothing } from "no-such-package-at-all";\nnothing'],
    ran: [/cell 1 \(id cell-1\): .*no-such-package-at-all/],
  },
  {
    reference: "nteract/papermill#337",
    cause: "an error that a kernel showed as HTML was not taken for one, and the run ended with 0",
    right: "what is thrown fails the cell, also where it is no Error and shows as HTML",
    cells: ['throw { [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>failed</b>" }) };'],
    ran: [/cell 1 \(id cell-1\): /],
  },
  {
    reference: "nteract/papermill#464",
    cause: "what a cell had printed before its error was thought lost",
    right: "what a cell printed before its error is stored before the error",
    cells: ['console.log("step 1"); throw new Error("connection lost")'],
    ran: [/cell 1 \(id cell-1\): Error: connection lost$/],
    stored([[printed, error]]) {
      assert.is(textOf(printed), "step 1\n");
      assert.is("evalue" in error && error.evalue, "connection lost");
    },
  },
  {
    reference: "nteract/papermill#263",
    cause: "an error that an earlier run had stored was taken for one of this run",
    right: "a stored error does not disturb a new run, and is replaced",
    cells: ["6 * 7"],
    first(notebook) {
      const error = {
        output_type: "error",
        ename: "Interrupt",
        evalue: "",
        traceback: [],
      } as const;
      cellOf(notebook, 1).outputs = [{ ...error, traceback: ["Interrupt"] }];
    },
    stored: ([outputs]) =>
      assert.equal(
        outputs.map((one) => one.output_type),
        ["execute_result"],
      ),
  },
  {
    reference: "nteract/papermill#501",
    cause: "a failing command of the kernel set no error, and the run ended with 0",
    right: "a child process that fails in a cell fails the cell",
    cells: [
      'import { execFileSync } from "node:child_process";\nvoid execFileSync(process.execPath, ["-e", "process.exit(3)"]);',
    ],
    ran: [/cell 1 \(id cell-1\): Error: Command failed/],
  },
  {
    reference: "quarto-dev/quarto-cli#8849",
    cause: "of an error in a cell no message was shown",
    right: "the message of an error is shown in full, of several lines and with its cause",
    cells: ['throw new Error("first line\\nsecond line", { cause: new TypeError("the cause") })'],
    ran: [/cell 1 \(id cell-1\): Error: first line$/, /^second line$/, /the cause/],
  },
];
