import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
import type { Notebook } from "../../notebook/index.js";

/** What is read for further names. */
const code = new Set([".ts", ".mts", ".js", ".mjs", ".cjs", ".py", ".R", ".r", ".json"]);

/**
 * The files that a notebook's cells name, and those that these name, with the SHA-256 of each: texts in quotes that are
 * the path of a file from the one that names it, and modules that it imports.
 *
 * @param root files beyond this folder are nobody's own
 */
export function namedFiles(notebook: Notebook, path: string, root: string): Map<string, string> {
  const folder = dirname(resolve(path));
  const found = new Map<string, string>();
  const look = (text: string, from: string) => {
    for (const name of names(text)) {
      const file = [name, `${name}.ts`, name.replace(/\.js$/, ".ts")]
        .map((one) => resolve(from, one))
        .find((one) => existsSync(one) && statSync(one).isFile());
      if (!file || !file.startsWith(resolve(root) + sep)) continue;
      if (file.includes(`${sep}node_modules${sep}`)) continue;
      const key = relative(folder, file).split(sep).join("/");
      if (found.has(key)) continue;
      const content = readFileSync(file);
      found.set(key, createHash("sha256").update(content).digest("hex"));
      if (code.has(extname(file))) look(content.toString("utf8"), dirname(file));
    }
  };
  for (const cell of notebook.cells) if (cell.cell_type === "code") look(cell.source, folder);
  return found;
}

function names(text: string): string[] {
  const quoted = [...text.matchAll(/(["'`])([^"'`\n]{1,255})\1/g)].map(([, , name]) => name);
  const modules = [...text.matchAll(/^\s*(?:from|import)\s+\.*([\w.]+)/gm)].flatMap(([, name]) => {
    const parts = join(...name.split("."));
    return [`${parts}.py`, join(parts, "__init__.py")];
  });
  return [...quoted, ...modules];
}
