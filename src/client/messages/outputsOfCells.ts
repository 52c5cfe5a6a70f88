import type { MimeData, Output } from "../../notebook/index.js";

type Content = Record<string, unknown>;

/** What cells have given so far, as a notebook stores it. */
export interface OutputsOfCells {
  /** Takes a message of the kernel's broadcast; `cell` is the request to which it belongs. */
  take(cell: string, type: string, content: Content): void;
  of(cell: string): Output[];
  /** Whether it ended in an error. */
  failed(cell: string): boolean;
  /** Cells whose outputs have changed since this was asked last. */
  changed(): string[];
}

/**
 * Collects outputs from messages: neighbouring texts of one stream are joined, a display is updated wherever it stands, and
 * outputs are cleared at once or with the next one.
 *
 * @source Messaging in Jupyter 5.4, "Messages on the IOPub (PUB/SUB) channel"; nbclient, `NotebookClient.process_message`
 * @param measure is told how many characters of all outputs of a cell have come
 */
export function outputsOfCells(measure: (cell: string, length: number) => void): OutputsOfCells {
  const outputs = new Map<string, Output[]>();
  const lengths = new Map<string, number>();
  const clearing = new Set<string>();
  const displays = new Map<string, { cell: string; output: Output }[]>();
  const changed = new Set<string>();
  const of = (cell: string): Output[] => {
    const known = outputs.get(cell) ?? [];
    outputs.set(cell, known);
    return known;
  };
  const clear = (cell: string) => of(cell).splice(0);
  const add = (cell: string, output: Output, content: Content) => {
    if (clearing.delete(cell)) clear(cell);
    const last = of(cell).at(-1);
    if (
      output.output_type === "stream" &&
      last?.output_type === "stream" &&
      last.name === output.name
    ) {
      last.text += output.text;
    } else of(cell).push(output);
    const length = (lengths.get(cell) ?? 0) + JSON.stringify(content).length;
    lengths.set(cell, length);
    measure(cell, length);
    changed.add(cell);
  };
  const update = (content: Content) => {
    for (const { cell, output } of displays.get(displayOf(content) ?? "") ?? []) {
      if (!of(cell).includes(output)) continue; // it was cleared
      Object.assign(output, shownOf(content));
      changed.add(cell);
    }
  };
  return {
    of,
    failed: (cell) => of(cell).some((output) => output.output_type === "error"),
    changed() {
      const cells = [...changed];
      changed.clear();
      return cells;
    },
    take(cell, type, content) {
      if (type === "update_display_data") return update(content);
      if (type === "clear_output") {
        if (content.wait) clearing.add(cell);
        else clear(cell);
        changed.add(cell);
        return;
      }
      const output = outputOf(type, content);
      if (!output) return;
      add(cell, output, content);
      const display = displayOf(content);
      if (display === undefined) return;
      update(content);
      displays.set(display, [...(displays.get(display) ?? []), { cell, output }]);
    },
  };
}

function outputOf(type: string, content: Content): Output | undefined {
  if (type === "stream") {
    const name = content.name === "stderr" ? "stderr" : "stdout";
    return { output_type: "stream", name, text: String(content.text ?? "") };
  }
  if (type === "display_data") return { output_type: "display_data", ...shownOf(content) };
  if (type === "execute_result") {
    const count = typeof content.execution_count === "number" ? content.execution_count : null;
    return { output_type: "execute_result", execution_count: count, ...shownOf(content) };
  }
  if (type !== "error") return undefined;
  return {
    output_type: "error",
    ename: String(content.ename ?? ""),
    evalue: String(content.evalue ?? ""),
    traceback: Array.isArray(content.traceback) ? content.traceback.map(String) : [],
  };
}

const shownOf = ({ data, metadata }: Content) => ({
  data: (data ?? {}) as MimeData,
  metadata: (metadata ?? {}) as Record<string, unknown>,
});

function displayOf({ transient }: Content): string | undefined {
  const id = (transient as { display_id?: unknown } | undefined)?.display_id;
  return typeof id === "string" ? id : undefined;
}
