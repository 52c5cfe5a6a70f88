import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { versionIn } from "../../project/index.js";

/** A source file, by its path below the core's folder with forward slashes. */
export interface SourceFile {
  path: string;
  content: string;
}

/**
 * The core's source files behind some of its names: those of which a bundler keeps something when only these names
 * are exported. A name that the core does not have has no files; the cell that imports it will fail by itself.
 *
 * @param core folder of the package; one without sources is known by its version
 */
export async function sourcesBehind(names: string[], core: string): Promise<SourceFile[]> {
  if (names.length === 0) return [];
  if (!existsSync(join(core, "src", "index.ts"))) {
    return [{ path: "package.json", content: versionIn(core) }];
  }
  const clause = names.includes("*") ? "*" : `{ ${names.join(", ")} }`;
  const bundle = await build({
    stdin: { contents: `export ${clause} from "./src/index.ts";`, resolveDir: core, loader: "ts" },
    absWorkingDir: core,
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
  });
  const kept = Object.values(bundle.metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([path, { bytesInOutput }]) => path.startsWith("src/") && bytesInOutput > 0)
      .map(([path]) => path),
  );
  return [...new Set(kept)].map((path) => ({
    path,
    content: readFileSync(join(core, path), "utf8"),
  }));
}
