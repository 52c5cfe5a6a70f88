import { basename, dirname, resolve } from "node:path";
import type { Cell, CodeCell, ErrorOutput, Notebook } from "../notebook/index.js";
import type { Limits } from "./limits.js";
import { CellStopped, startProcess } from "./process.js";

/** A cell that failed, in words a reader can act on. */
export interface CellFailure {
  /** Number among all cells, from 1, as a reader counts them. */
  cell: number;
  id: string;
  message: string;
}

export interface Execution {
  /** The notebook with new outputs; a cell after a stopped one keeps none. */
  notebook: Notebook;
  failures: CellFailure[];
  seconds: number;
}

/**
 * Executes a notebook's code cells in a process of its own, from top to bottom, and stops at the first that fails.
 *
 * @param path the notebook's file, in whose folder the cells run
 */
export async function executeNotebook(
  notebook: Notebook,
  path: string,
  root: string,
  limits: Limits,
  onCell?: (done: number, of: number) => void,
): Promise<Execution> {
  const began = performance.now();
  const cells = notebook.cells.map((cell): Cell =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
  );
  const code = cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
  const failures: CellFailure[] = [];
  const fail = (cell: CodeCell, message: string) =>
    failures.push({ cell: cells.indexOf(cell) + 1, id: cell.id, message });
  const runnable = code.filter((cell) => cell.source.trim() !== "");
  const child = runnable.length
    ? await startProcess(dirname(resolve(path)), root, limits)
    : undefined;
  try {
    for (const [index, cell] of runnable.entries()) {
      onCell?.(index, runnable.length);
      const result = await child!.run(cell.source, index + 1);
      cell.execution_count = index + 1;
      cell.outputs = result.outputs;
      if (result.status === "error") {
        fail(cell, errorText(cell) ?? "failed without an error");
        break;
      }
    }
  } catch (error) {
    if (!(error instanceof CellStopped)) throw error;
    const cell = runnable.find(({ execution_count }) => execution_count === null) ?? runnable[0];
    fail(cell, error.message);
    cell.outputs = [stopped(error.message)];
  } finally {
    child?.kill();
  }
  return {
    notebook: { ...notebook, cells },
    failures,
    seconds: (performance.now() - began) / 1000,
  };
}

/** `04-bayes.ipynb, cell 7 (id ab12): message` */
export function failureText(path: string, failure: CellFailure): string {
  return `${basename(path)}, cell ${failure.cell} (id ${failure.id}): ${failure.message}`;
}

function errorText(cell: CodeCell): string | undefined {
  const error = cell.outputs.find(
    (output): output is ErrorOutput => output.output_type === "error",
  );
  return error?.traceback.join("\n");
}

function stopped(message: string): ErrorOutput {
  const evalue = `the cell ${message}`;
  return {
    output_type: "error",
    ename: "CellStopped",
    evalue,
    traceback: [`CellStopped: ${evalue}`],
  };
}
