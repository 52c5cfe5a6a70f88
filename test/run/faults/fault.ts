import type { CodeCell, Notebook } from "../../../src/notebook/index.js";
import { numberOf } from "./kinds.js";
import { cellOf } from "../peers/outputs.js";

/** One thing that is changed in the notebook that `run` has stored, and what is said of it. */
export interface Fault {
  what: string;
  /** The kind of the cell that is changed. */
  kind: string;
  change(cell: CodeCell, notebook: Notebook): void;
  /** The sentence behind `kinds.ipynb, cell 3 (id cell-3): `; more where one change shows in several places. */
  said: string | string[];
}

/** A fault that puts a text in place of another in what a cell has stored. */
export function edit(kind: string, from: string, to: string, said: string | string[]): Fault {
  return {
    what: `${from} becomes ${to} in ${kind}`,
    kind,
    said,
    change(cell) {
      const before = JSON.stringify(cell.outputs);
      const after = before.replace(JSON.stringify(from).slice(1, -1), () =>
        JSON.stringify(to).slice(1, -1),
      );
      if (after === before) throw new Error(`${kind}: ${from} is not there`);
      cell.outputs = JSON.parse(after) as CodeCell["outputs"];
    },
  };
}

/** What is said of a fault, in full. */
export const sentences = ({ kind, said }: Fault): string[] =>
  [said]
    .flat()
    .map((one) => `kinds.ipynb, cell ${numberOf(kind)} (id cell-${numberOf(kind)}): ${one}`);

/** Makes the change in its cell. */
export function plant(fault: Fault, notebook: Notebook): void {
  fault.change(cellOf(notebook, numberOf(fault.kind)), notebook);
}
