import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";

/** The engine as a bundler makes it for a web page. */
export interface Bundled {
  /** Its files by their paths, `index.js` first. */
  files: Map<string, Uint8Array>;
  /** The files that a page loads before the first claim. */
  core: string[];
  /** The files behind it, from the project's root. */
  inputs: string[];
}

/** Bundles what `contents` exports for browsers, minified and in parts. A module that only Node has makes it throw. */
export async function bundled(contents: string, resolveDir: string): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir },
    absWorkingDir: resolveDir,
    bundle: true,
    minify: true,
    splitting: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    outdir: "out",
    entryNames: "index",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const files = outputFiles.map(({ path, contents: bytes }) => [nameOf(path), bytes] as const);
  return {
    files: new Map(files),
    core: withStatic("index.js", metafile),
    inputs: Object.keys(metafile.inputs),
  };
}

/** Bytes of files as a server sends them. */
export const gzipped = ({ files }: Bundled, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(files.get(name)!, { level: 9 }).length, 0);

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** A file and those that it imports at once, in whatever way. */
function withStatic(entry: string, { outputs }: Metafile): string[] {
  const imports = new Map(
    Object.entries(outputs).map(([path, output]) => [
      nameOf(path),
      output.imports.filter(({ kind }) => kind !== "dynamic-import").map((one) => nameOf(one.path)),
    ]),
  );
  const found = new Set([entry]);
  for (const name of found) for (const other of imports.get(name) ?? []) found.add(other);
  return [...found];
}
