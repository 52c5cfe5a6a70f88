import type { CodeCell, Notebook } from "../../src/notebook/index.js";

/** A code cell's source, and its tags. */
export type Source = string | [source: string, ...tags: string[]];

/** A notebook of code cells for a kernel, not run yet. */
export function notebookFor(name: string, language: string, sources: Source[]): Notebook {
  const cells = sources.map((one, i): CodeCell => {
    const [source, ...tags] = typeof one === "string" ? [one] : one;
    return {
      cell_type: "code",
      id: `cell-${i + 1}`,
      metadata: tags.length ? { tags } : {},
      execution_count: null,
      outputs: [],
      source,
    };
  });
  const kernelspec = { name, language, display_name: name };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}

export const python = (...sources: Source[]): Notebook => notebookFor("python3", "python", sources);
