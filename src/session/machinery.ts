import { fileURLToPath } from "node:url";

/** The folder of this package, with the separator at its end. */
export const ownFolder = fileURLToPath(new URL("../..", import.meta.url));

/** Folders of the machinery that runs the cells, below this package's, as a part of an expression. */
export const machineryFolders = "(?:dist|src)/(?:session|project|kernel|run|cli)";

const machinery = new RegExp(`^${machineryFolders}/`);

/** Whether a file, by its path or URL, is one of the machinery that runs the cells. */
export function isMachinery(url: string): boolean {
  const path = url.replace(/^file:\/\//, "");
  return path.startsWith(ownFolder) && machinery.test(path.slice(ownFolder.length));
}

/** Whether a file stands in a package that was installed. */
export const isOfPackage = (path: string) => path.includes("/node_modules/");

const tools = /\/node_modules\/(?:typescript|oxc-parser|oxc-transform)\//;

/** Whether a file, by its path or URL, is of a compiler or a parser that the machinery calls for itself, never for a value's sake. */
export const isTool = (path: string) => tools.test(path);
