import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { chapterHash, importedNames, type Notebook, type SourceFile } from "../notebook/index.js";
import { isOwnProject } from "./project.js";

/** The hash of what a notebook's outputs depend on. */
export async function notebookHash(notebook: Notebook, root: string): Promise<string> {
  return chapterHash(notebook, await sourcesBehind(importedNames(notebook), root));
}

/**
 * The core's source files behind some of its names: what a bundler keeps of the package when only these are exported.
 * In a project that uses the package, its version stands for its sources.
 */
export async function sourcesBehind(names: string[], root: string): Promise<SourceFile[]> {
  if (names.length === 0) return [];
  if (!isOwnProject(root)) return installedVersion(root);
  const clause = names.includes("*") ? "*" : `{ ${names.join(", ")} }`;
  const bundle = await build({
    stdin: { contents: `export ${clause} from "./src/index.ts";`, resolveDir: root, loader: "ts" },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
  });
  const inputs = Object.values(bundle.metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  return [...new Set(inputs)]
    .filter((path) => path.startsWith("src/"))
    .map((path) => ({ path, content: readFileSync(join(root, path), "utf8") }));
}

function installedVersion(root: string): SourceFile[] {
  const path = join(root, "node_modules", "rederive", "package.json");
  if (!existsSync(path)) return [];
  const { version } = JSON.parse(readFileSync(path, "utf8")) as { version: string };
  return [{ path: "rederive", content: version }];
}
