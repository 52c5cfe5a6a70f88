import * as assert from "uvu/assert";
import { textOf } from "./outputs.js";
import type { PublicReport } from "./publicReport.js";

/** Time, processes, folders and languages. */
export const processes: PublicReport[] = [
  {
    reference: "computationalmodelling/nbval#41",
    cause: "a cell whose time had run out was left running, under all later ones",
    right: "a cell that does not end is ended, and no later one runs",
    cells: [{ source: "for (;;);", metadata: { rederive: { timeout: 1 } } }, "1"],
    ran: [
      /cell 1 \(id cell-1\): did not end within 1 s/,
      /cell 1 \(id cell-1\): cell 2 did not run because of it$/,
    ],
  },
  {
    reference: "computationalmodelling/nbval#231",
    cause: "beside the time of a cell there was a second one for silence, and no option for it",
    right: "a cell may be silent for as long as it may run",
    cells: ['console.log("a"); await new Promise((go) => setTimeout(go, 1500)); console.log("b");'],
    stored: ([[output]]) => assert.is(textOf(output), "a\nb\n"),
  },
  {
    reference: "computationalmodelling/nbval#40",
    cause: "the time of a cell was fixed",
    right: "the time of a cell is a flag, and the message names it",
    cells: ["await new Promise(() => {});"],
    flags: ["--timeout", "1"],
    ran: [/cell 1 \(id cell-1\): did not end within 1 s \(raise it with --timeout\)$/],
  },
  {
    reference: "executablebooks/jupyter-cache#39",
    cause: "one cell that takes long made the limit of all cells large",
    right: "a cell can have a time of its own above that of the project",
    cells: [
      {
        source: "await new Promise((go) => setTimeout(go, 900)); 1",
        metadata: { rederive: { timeout: 30 } },
      },
    ],
    settings: "{ timeout: 0.5 }",
  },
  {
    reference: "jupyter/nbclient#88",
    cause: "a process that the system had killed was waited for",
    right: "a process that is killed is noticed at once, with the signal",
    cells: ['process.kill(process.pid, "SIGKILL"); await new Promise(() => {});', "1"],
    ran: [/cell 1 \(id cell-1\): ended its process \(SIGKILL\)/, /cell 2 did not run/],
  },
  {
    reference: "nteract/papermill#478",
    cause: "memory ran over, and the kernel was dead without a word",
    right: "a cell that takes too much memory is told so, with the limit",
    cells: ["const all: number[][] = []; for (;;) all.push(new Array(1e6).fill(1.5));"],
    flags: ["--memory", "300"],
    ran: [/cell 1 \(id cell-1\): used more than 300 MiB of memory \(raise it with --memory\)$/],
  },
  {
    reference: "nteract/papermill#435",
    cause:
      "leaving the program in a cell was an error without advice, or ended the run as a success",
    right: "leaving the program in a cell is refused, with what to do",
    cells: ["process.exit(0)", "1"],
    ran: [/cell 1 \(id cell-1\): .*process\.exit/, /cell 2 did not run/],
  },
  {
    reference: "jupyter/nbclient#42",
    cause: "a kernel outlived the run that had started it",
    right: "a timer that a cell leaves behind keeps no process alive",
    cells: ["void setInterval(() => {}, 1000);", "6 * 7"],
  },
  {
    reference: "computationalmodelling/nbval#121",
    cause: "cells were given to several workers, though each needs the earlier ones",
    right: "notebooks run beside each other, and the cells of each one after the other",
    cells: ["let n = 1;", "n *= 2;", "n *= 3;", "n"],
    stored: (outputs) => assert.match(JSON.stringify(outputs[3]), '"text/plain":"6"'),
  },
  {
    reference: "treebeardtech/nbmake#91",
    cause: "a file that a notebook reads was looked for in the folder of the command",
    right: "a cell reads files from the notebook's folder, wherever the command is given",
    cells: [
      'import { readFileSync } from "node:fs";\nconsole.log(readFileSync("data.csv", "utf8").trim())',
    ],
    files: { "data.csv": "a,b\n" },
    stored: ([[output]]) => assert.is(textOf(output), "a,b\n"),
  },
  {
    reference: "nteract/papermill#581",
    cause:
      "an editor had stored no language beside the kernel's name, and that was an internal error",
    right: "a notebook of one of these kernels runs without a language in its metadata",
    cells: ["6 * 7"],
    first: ({ metadata }) => (metadata.kernelspec = { name: "rederive", display_name: "" }),
  },
  {
    reference: "nteract/papermill#735",
    cause: "a notebook without a kernel in its metadata was an internal error",
    right: "a notebook that names neither kernel nor language runs",
    cells: ["6 * 7"],
    first: (notebook) => (notebook.metadata = {}),
  },
  {
    reference: "computationalmodelling/nbval#17",
    cause: "a cell that must not run here could only be left uncompared",
    right: "a cell that is skipped does not run, and is named",
    cells: [{ source: "process.kill(process.pid)", metadata: { tags: ["nbval-skip"] } }, "6 * 7"],
    noted: /cell 1 \(id cell-1\): not run: tag nbval-skip/,
  },
  {
    reference: "computationalmodelling/nbval#101",
    cause: "whether something is skipped could not depend on the machine",
    right: "the settings of a project may skip a notebook by the environment, with the reason",
    cells: ['throw new Error("never")'],
    settings:
      "{ skip: process.env.PATH ? [{ notebooks: 'notes.ipynb', reason: 'no GPU here' }] : [] }",
    noted: /notes\.ipynb: not run: no GPU here/,
  },
  {
    reference: "jupyter/nbformat#180",
    cause:
      "a time limit in the metadata of a notebook had no agreed place, and was refused by some",
    right: "a time limit for another tool in the notebook's metadata disturbs nothing",
    cells: ["6 * 7"],
    first: ({ metadata }) => (metadata.execution = { timeout: 10 }),
  },
  {
    reference: "nteract/papermill#420",
    cause: "text other than ASCII could not be written into a pipe",
    right: "a difference in other letters is told in these letters, also into a pipe",
    cells: ['"Größe 数学 🎵"'],
    between: (notebook) =>
      Object.assign(notebook.cells[0], {
        outputs: JSON.parse(
          JSON.stringify((notebook.cells[0] as { outputs: unknown }).outputs).replace("🎵", "🎶"),
        ) as unknown,
      }),
    checked: [/output 1, text\/plain expected "Größe 数学 🎶", got "Größe 数学 🎵"$/],
  },
];
