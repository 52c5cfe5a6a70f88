import { stripVTControlCharacters } from "node:util";
import {
  type Cell,
  cellRules,
  type CodeCell,
  type ErrorOutput,
  isToRun,
  type Notebook,
  withUnshown,
} from "../notebook/index.js";
import type { CellInputs } from "./process/messages.js";
import type { Opening } from "./process/openProcess.js";
import { CellStopped, type NotebookProcess } from "./process/process.js";
import { cellProblem, type Problem } from "./reports/report.js";
import { keepUnshown, shownByHand } from "./unshown.js";

export interface Execution {
  /** The notebook with new outputs; cells after one that failed have none. */
  notebook: Notebook;
  /** The cell that failed and those that did not run because of it; empty if all ran. */
  failures: Problem[];
  /** What is wrong though all ran: derivations that cells show and none has made, and what failed at the process's end. */
  faults: Problem[];
  seconds: number;
  /** Seconds of each cell that was run, by its number from 1. */
  cellSeconds: Map<number, number>;
  /** What another program's kernel says of its language. */
  languageInfo?: Record<string, unknown>;
  /** What cells took from outside, each what none before it has taken; empty unless all ran. */
  inputs: Map<Cell, CellInputs>;
}

/** Called before each cell that runs, with the number of those before it and of all. */
export type OnCell = (done: number, of: number) => void;

/**
 * Executes a notebook's code cells in a process of its own, from top to bottom, and stops at the first that fails.
 *
 * @param path the notebook's file, for messages
 * @param opening where its cells run
 */
export async function executeNotebook(
  notebook: Notebook,
  path: string,
  { open }: Pick<Opening, "open">,
  onCell?: OnCell,
): Promise<Execution> {
  const began = performance.now();
  const cells = notebook.cells.map((cell): Cell =>
    cell.cell_type === "code" && cellRules(cell).skip === undefined
      ? withUnshown({ ...cell, outputs: [], execution_count: null }, [])
      : cell,
  );
  const code = cells.filter(isToRun);
  const failures: Problem[] = [];
  const faults: Problem[] = [];
  const cellSeconds = new Map<number, number>();
  const inputs = new Map<Cell, CellInputs>();
  let child: NotebookProcess | undefined;
  for (const [index, cell] of code.entries()) {
    onCell?.(index, code.length);
    cell.execution_count = index + 1;
    let failed: CodeCell | undefined;
    const fail = (at: CodeCell, message: string) => {
      failures.push(cellProblem(path, cells, at, message));
      failed ??= at;
    };
    try {
      child ??= await open();
      const { timeout } = cellRules(cell);
      const started = performance.now();
      const { earlier = [], ...own } = await child.run(cell.source, index + 1, timeout);
      cellSeconds.set(cells.indexOf(cell) + 1, (performance.now() - started) / 1000);
      for (const { executionCount, status, outputs } of [
        ...earlier,
        { executionCount: index + 1, ...own },
      ]) {
        const changed = code[executionCount - 1];
        changed.outputs = outputs;
        const wrong = endedWrongly(changed, status === "error");
        if (wrong) fail(changed, wrong);
      }
    } catch (error) {
      if (!(error instanceof CellStopped)) throw error;
      cell.outputs = [stopped(error.message)];
      fail(cell, error.message);
    }
    if (!failed) continue;
    const rest = code.slice(index + 1).map((later) => cells.indexOf(later) + 1);
    if (rest.length) failures.push(cellProblem(path, cells, failed, notRun(rest)));
    break;
  }
  try {
    if (child && !failures.length) {
      const begun = await child.derivations();
      for (const one of (await child.inputs?.()) ?? [])
        inputs.set(code[one.executionCount - 1], one);
      keepUnshown(code, begun);
      for (const { cell, id } of shownByHand(code, begun)) {
        faults.push(cellProblem(path, cells, cell, `${id}: ${notMade}`));
      }
    }
  } catch (error) {
    if (!(error instanceof CellStopped)) throw error;
    failures.push(cellProblem(path, cells, code[code.length - 1], error.message));
  }
  const [last] = code.filter(({ execution_count: count }) => count !== null).slice(-1);
  for (const one of child && last ? await ending(child) : []) {
    faults.push(cellProblem(path, cells, last, one));
  }
  child?.kill();
  const seconds = (performance.now() - began) / 1000;
  return {
    notebook: { ...notebook, metadata: { ...notebook.metadata }, cells },
    failures,
    faults,
    seconds,
    cellSeconds,
    languageInfo: child?.languageInfo,
    inputs,
  };
}

/**
 * Calls what the cells have set for the end of their process, after the last one that ran; gives what is wrong with it.
 * What it prints is stored nowhere, as with every other client: the cells have ended.
 */
async function ending(child: NotebookProcess): Promise<string[]> {
  try {
    const failures = await child.close();
    return failures.map(({ traceback }) => `at the end of the process: ${traceback.join("\n")}`);
  } catch (error) {
    if (!(error instanceof CellStopped)) throw error;
    return []; // it has ended already, or what is set for its end goes on and on
  }
}

const notMade =
  "is shown, and no derivation of this run has made it: a record that was typed or taken from elsewhere; let the cell end in the derivation itself";

/** What is wrong with the way in which a cell has ended; undefined if it is the one that is expected. */
function endedWrongly(cell: CodeCell, withError: boolean): string | undefined {
  const { raises } = cellRules(cell);
  if (!withError) {
    // A tag alone allows an error; what is stored says whether there is one.
    return raises?.pattern && `ended without an error, and ${raises.said} expects one`;
  }
  const { outputs } = cell;
  const error = outputs.find((output): output is ErrorOutput => output.output_type === "error");
  const text = stripVTControlCharacters(error?.traceback.join("\n") ?? "failed without an error");
  if (!raises) return text;
  const said = error ? `${error.ename}: ${error.evalue}` : "";
  if (!raises.pattern || raises.pattern.test(said)) return undefined;
  return `${text}\nThis is not the error that ${raises.said} expects`;
}

function notRun(cells: number[]): string {
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === last) return `cell ${first} did not run because of it`;
  return `${cells.length} code cells from ${first} to ${last} did not run because of it`;
}

function stopped(message: string): ErrorOutput {
  const evalue = `the cell ${message}`;
  const traceback = [`CellStopped: ${evalue}`];
  return { output_type: "error", ename: "CellStopped", evalue, traceback };
}
