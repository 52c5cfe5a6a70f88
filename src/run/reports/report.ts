import { basename } from "node:path";
import { agreementOf, type Remark } from "../../agree/index.js";
import { isDerivation } from "../../record/index.js";
import {
  type Cell,
  fallen,
  madeDerivations,
  type Notebook,
  notProved,
  boundProblems,
  taggedEquations,
  tally,
} from "../../notebook/index.js";

/** Something that does not hold. */
export interface Problem {
  /** A sentence that names the notebook, and the cell where it is about one. */
  text: string;
  /** The cell's number among all of them, from 1. */
  cell?: number;
  /** Set where it says nothing of the notebook, since a limit ended the work: the command could not do all of it. */
  fault?: true;
}

/** What became of one notebook. */
export interface Report {
  path: string;
  notebook: Notebook;
  /** What does not hold; empty if all does. */
  problems: Problem[];
  /** Tagged equations of which nothing is known. */
  unchecked: Problem[];
  /** Claims that are only tested, or of which nothing is known. */
  notProved: Problem[];
  /** What the reader should know although all holds. */
  notes: Problem[];
  seconds: number;
  /** Seconds of each cell that was run, by its number from 1. */
  cellSeconds: ReadonlyMap<number, number>;
  /** Number of cells whose stored outputs were replaced by others; `run` only. */
  changed: number;
}

/** What a command found of a notebook's cells and outputs. */
interface Found {
  problems: Problem[];
  seconds: number;
  /** Whether every cell ran: of those that did not no derivation is known. */
  complete: boolean;
  notes?: Problem[];
  cellSeconds?: ReadonlyMap<number, number>;
  changed?: number;
}

/** A report with what the claims and the equations add to it: claims that fell, and pages that say something else. */
export function reportOf(
  path: string,
  notebook: Notebook,
  { problems, seconds, complete, notes = [], cellSeconds = new Map(), changed = 0 }: Found,
): Report {
  const at = ({ cell, text }: Remark) =>
    cellProblem(path, notebook.cells, notebook.cells[cell - 1], text);
  const fell = fallen(notebook).map(({ cell, text }) => ({ cell, text: `a step failed: ${text}` }));
  const made = madeDerivations(notebook).flatMap(({ cell, derivation }) =>
    isDerivation(derivation) ? [{ cell, derivation }] : [],
  );
  const equations = complete ? taggedEquations(notebook) : [];
  const agreement = agreementOf(equations, complete ? made : []);
  const bound = complete ? boundProblems(notebook) : [];
  return {
    path,
    notebook,
    problems: [...problems, ...[...fell, ...agreement.problems, ...bound].map(at)],
    unchecked: agreement.unchecked.map(({ cell, text }) =>
      at({ cell, text: `not checked: ${text}` }),
    ),
    notProved: notProved(notebook).map(at),
    notes,
    seconds,
    cellSeconds,
    changed,
  };
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
    problems.length ? "failed" : "ok",
  ];
}

const order = [
  "proved",
  "proved-if",
  "tested",
  "erratum",
  "refuted as expected",
  "assumed",
  "unknown",
  "refuted",
];

function tallyText(notebook: Notebook): string {
  const counts = tally(notebook);
  const words = order.filter((grade) => counts[grade]).map((grade) => `${counts[grade]} ${grade}`);
  return words.join(", ") || "none";
}
