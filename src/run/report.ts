import { basename } from "node:path";
import { type Cell, fallen, type Notebook, tally } from "../notebook/index.js";

/** Something that does not hold. */
export interface Problem {
  /** A sentence that names the notebook, and the cell where it is about one. */
  text: string;
  /** The cell's number among all of them, from 1. */
  cell?: number;
}

/** What became of one notebook. */
export interface Report {
  path: string;
  notebook: Notebook;
  /** What does not hold; empty if all does. */
  problems: Problem[];
  seconds: number;
  /** Number of cells whose stored outputs were replaced by others; `run` only. */
  changed: number;
}

/** `04-bayes.ipynb, cell 7 (id ab12): message`, cells counted among all of them from 1. */
export function cellProblem(path: string, cells: Cell[], cell: Cell, message: string): Problem {
  const number = cells.indexOf(cell) + 1;
  return { text: `${basename(path)}, cell ${number} (id ${cell.id}): ${message}`, cell: number };
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
export function claimProblems(path: string, notebook: Notebook): Problem[] {
  return fallen(notebook).map((text) => ({ text: `${basename(path)}: a claim fell: ${text}` }));
}
