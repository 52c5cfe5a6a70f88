import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** Extensions tried after a path as it stands, in TypeScript's order. */
const extensions = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];

/** What stands behind an import of JavaScript whose source is TypeScript. */
const sources: Record<string, string[]> = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};

/** The file that a path means; where that is a link, the link: the file's own imports start beside it, as the checker reads them. */
export function pathFile(path: string): string | undefined {
  if (isFile(path)) return path;
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  const main = mainOf(path);
  const candidates = [
    ...(sources[extension] ?? []).map((source) => stem + source),
    ...extensions.map((added) => path + added),
    ...(main ? [main, ...extensions.map((added) => main + added)] : []),
    ...extensions.map((added) => join(path, `index${added}`)),
  ];
  return candidates.find(isFile);
}

/** What a folder's own package.json names as its main file. */
function mainOf(folder: string): string | undefined {
  const path = join(folder, "package.json");
  if (!isFile(path)) return undefined;
  const { main } = JSON.parse(readFileSync(path, "utf8")) as { main?: string };
  return main && join(folder, main);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
