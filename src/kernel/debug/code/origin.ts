import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { CodeSource } from "../../../session/index.js";
import type { CellFiles } from "./cellFiles.js";
import { type Mapping, readMapping } from "./sourceMap.js";
import type { View } from "../inspect/view.js";

/** What a script was made from. */
export interface Origin {
  name: string;
  /** The files, as the mapping counts them; without one the only file is the script itself. */
  paths: string[];
  mapping?: Mapping;
  prefix: number;
}

/** The source map of a file: the one that it names, or that stands beside it as that of the bundled core does. */
export function mapNameOf(script: { url: string; sourceMapURL?: string }): string | undefined {
  if (!script.url.startsWith("file:")) return undefined;
  if (script.sourceMapURL) return script.sourceMapURL;
  const beside = `${fileURLToPath(script.url)}.map`;
  return existsSync(beside) ? basename(beside) : undefined;
}

/** A script that was made from nothing but itself. */
export function originAsItStands(url: string): Origin {
  const path = url.startsWith("file:") ? fileURLToPath(url) : url;
  return { name: basename(path), paths: [path], prefix: 0 };
}

/**
 * Reads what a script was made from: by its source map, or by what the session tells.
 *
 * @param length of the code, where it is known: several cells may have run under one name
 */
export async function readOrigin(
  { url, sourceMapURL, length }: { url: string; sourceMapURL?: string; length?: number },
  view: View,
  cells: CellFiles,
): Promise<Origin | undefined> {
  const asItStands = originAsItStands(url);
  const [path] = asItStands.paths;
  const isFile = url.startsWith("file:");
  const mapName = mapNameOf({ url, sourceMapURL });
  if (mapName) {
    const map = await readMap(path, mapName);
    if (!map) return asItStands;
    const paths = map.sources.map((one) => resolve(dirname(path), map.sourceRoot ?? "", one));
    return { ...asItStands, paths, mapping: readMapping(map) };
  }
  const made = await view.call<CodeSource | undefined>("sourceOf", url);
  const mapping = made?.map && readMapping(made.map as RawMap);
  if (isFile) return { ...asItStands, mapping };
  if (made?.code === undefined || (length !== undefined && made.length !== length))
    return undefined;
  const name = url.replace(":", " ");
  return { name, paths: [cells.keep(made.code)], mapping, prefix: made.prefix };
}

interface RawMap {
  mappings: string;
  sources: string[];
  sourceRoot?: string;
}

/** The source map that a file names; undefined where there is none that could be read. */
async function readMap(path: string, url: string): Promise<RawMap | undefined> {
  try {
    const inline = /^data:[^,]*?(;base64)?,(.*)$/s.exec(url);
    const text = inline
      ? Buffer.from(inline[2], inline[1] ? "base64" : "utf8").toString()
      : await readFile(resolve(dirname(path), decodeURIComponent(url)), "utf8");
    const map = JSON.parse(text) as RawMap;
    return map.mappings === undefined ? undefined : map;
  } catch {
    return undefined;
  }
}
