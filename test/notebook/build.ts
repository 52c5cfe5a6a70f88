import type { Cell, CodeCell, Notebook, Output } from "../../src/notebook/index.js";

/** A code cell; one without outputs has never run. */
export function codeCell(source: string, id: string, outputs?: Output[]): CodeCell {
  return {
    cell_type: "code",
    id,
    metadata: {},
    source,
    execution_count: outputs ? 1 : null,
    outputs: outputs ?? [],
  };
}

/** A notebook of code cells; a source that begins with `#` makes a Markdown cell. */
export function notebookOf(...sources: string[]): Notebook {
  const cells = sources.map((source, i): Cell =>
    source.startsWith("#")
      ? { cell_type: "markdown", id: `cell-${i + 1}`, metadata: {}, source }
      : codeCell(source, `cell-${i + 1}`),
  );
  const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}

/** The output of a cell whose last value displays as these media types. */
export function result(data: Record<string, unknown>): Output {
  return { output_type: "execute_result", execution_count: 1, data, metadata: {} };
}
