import { basename } from "node:path";
import { type Cell, fallen, type Notebook, tally } from "../notebook/index.js";

/** What became of one notebook. */
export interface Report {
  path: string;
  notebook: Notebook;
  /** What does not hold, a sentence each; empty if all does. */
  problems: string[];
  seconds: number;
  /** Number of cells whose stored outputs were replaced by others; `run` only. */
  changed: number;
}

/** `04-bayes.ipynb, cell 7 (id ab12): message`, cells counted among all of them from 1. */
export function cellProblem(path: string, cells: Cell[], cell: Cell, message: string): string {
  return `${basename(path)}, cell ${cells.indexOf(cell) + 1} (id ${cell.id}): ${message}`;
}

/** One row of the table that `run` and `check` print. */
export function reportRow({ path, notebook, problems, seconds }: Report): string[] {
  const code = notebook.cells.filter((cell) => cell.cell_type === "code");
  const values = code
    .flatMap((cell) => cell.outputs)
    .filter(
      ({ output_type }) => output_type === "execute_result" || output_type === "display_data",
    );
  return [
    basename(path, ".ipynb"),
    String(code.length),
    String(values.length),
    tallyText(notebook),
    seconds.toFixed(1),
    problems.length ? "does not hold" : "holds",
  ];
}

const order = ["proved", "proved-if", "tested", "erratum", "assumed", "unknown", "refuted"];

function tallyText(notebook: Notebook): string {
  const counts = tally(notebook);
  const words = order.filter((grade) => counts[grade]).map((grade) => `${counts[grade]} ${grade}`);
  return words.join(", ") || "none";
}

/** The claims of a notebook that fell, as problems. */
export function claimProblems(path: string, notebook: Notebook): string[] {
  return fallen(notebook).map((text) => `${basename(path)}: a claim fell: ${text}`);
}
