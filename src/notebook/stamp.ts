import { createHash } from "node:crypto";
import type { Notebook } from "./format/types.js";

/** A source file as the hash sees it. */
export interface SourceFile {
  /** Path below the project's root, with forward slashes. */
  path: string;
  content: string;
}

/**
 * Hash of what a notebook's outputs depend on: its code cells, and the core's files behind the names they import.
 * Line ends do not count, so that a checkout on Windows is not stale.
 */
export function chapterHash(notebook: Notebook, files: SourceFile[]): string {
  const hash = createHash("sha256");
  const add = (text: string) => hash.update(`${text.replace(/\r\n/g, "\n")}\0`);
  for (const cell of notebook.cells) {
    if (cell.cell_type === "code") add(cell.source);
  }
  for (const file of [...files].sort((left, right) => (left.path < right.path ? -1 : 1))) {
    add(file.path);
    add(file.content);
  }
  return hash.digest("hex").slice(0, 32);
}
