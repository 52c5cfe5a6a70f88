import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CellLanguage,
  foreignKernel,
  type Notebook,
  readNotebook,
  cellLanguage,
} from "../../src/notebook/index.js";

/** A notebook of a stranger: where it is, and the sources of its code cells. */
export interface StrangersNotebook {
  path: string;
  cells: string[];
  language: CellLanguage;
}

/** Names of other kernels whose cells are JavaScript or TypeScript: ijavascript's, itypescript's. */
const languages: Record<string, CellLanguage> = {
  javascript: "javascript",
  typescript: "typescript",
};

/** The notebooks below a folder whose cells are TypeScript or JavaScript. */
export function notebooksBelow(folder: string): StrangersNotebook[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ipynb"))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/\/(?:node_modules|\.ipynb_checkpoints)\//.test(path))
    .sort()
    .flatMap((path) => read(path) ?? []);
}

function read(path: string): StrangersNotebook | undefined {
  let notebook: Notebook;
  try {
    notebook = readNotebook(readFileSync(path, "utf8"), path);
  } catch {
    return undefined; // an old format, or no notebook
  }
  const kernel = foreignKernel(notebook);
  const language = kernel === undefined ? cellLanguage(notebook) : languages[kernel];
  if (!language) return undefined;
  const cells = notebook.cells
    .filter(({ cell_type: type }) => type === "code")
    .map(({ source }) => [source].flat().join(""));
  return { path, cells, language };
}
