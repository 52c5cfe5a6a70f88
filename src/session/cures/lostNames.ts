import type { ParsedCell } from "../text/parse.js";

/** Names of cells that did not run to their end, as later cells may miss them. */
export interface LostNames {
  /** Notes that the names of a cell are lost, as they are while it has not ended, or that they are not. */
  note(cell: ParsedCell, executionCount: number, isLost: boolean): void;
  /** The number of the latest cell that would have declared a name, and failed. */
  cellOf(name: string): number | undefined;
}

export function lostNames(): LostNames {
  const lost = new Map<string, number>();
  return {
    note({ values, types }, executionCount, isLost) {
      for (const name of [...values.keys(), ...types]) {
        if (isLost) lost.set(name, executionCount);
        else lost.delete(name);
      }
    },
    cellOf: (name) => lost.get(name),
  };
}
