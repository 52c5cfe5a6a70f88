import { basename } from "node:path";
import { fallen, type Notebook, tally } from "../notebook/index.js";

/** What became of one notebook. */
export interface Report {
  path: string;
  notebook: Notebook;
  /** What does not hold, a sentence each; empty if all does. */
  problems: string[];
  seconds: number;
  /** Cells whose stored outputs were replaced by others; `run` only. */
  changed: number;
}

/** One row of the table that `run` and `check` print. */
export function reportRow({ path, notebook, problems, seconds }: Report): string[] {
  const code = notebook.cells.filter((cell) => cell.cell_type === "code");
  const values = code
    .flatMap((cell) => cell.outputs)
    .filter((output) => output.output_type !== "stream");
  return [
    basename(path, ".ipynb"),
    String(code.length),
    String(values.length),
    tallyText(notebook),
    seconds.toFixed(1),
    problems.length ? `${problems.length} to mend` : "holds",
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
