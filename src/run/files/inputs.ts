import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { createHash } from "node:crypto";
import { type Cell, importedNames, shortHash, stampOf } from "../../notebook/index.js";
import type { Project } from "../../project/index.js";
import type { CellInputs } from "../process/messages.js";
import { loadNotebook } from "./files.js";
import { packageName, packageState } from "./packages.js";
import { sourcesBehind } from "./sources.js";

/** Files that say how others are read, and none that a cell's value is made of. */
const ofTools = /^(?:package(?:-lock)?\.json|tsconfig.*\.json|.*\.d\.[cm]?ts|.*\.ipynb)$/;

const own = "rederive";
const ofPackage = "npm:";
const absent = "absent";

/**
 * What a cell takes from outside, each with its state now: files of the project by their paths from the notebook, packages by
 * `npm:name`, and the names that it imports of this one.
 */
export async function inputsOf(
  cell: Cell,
  { files, packages }: CellInputs,
  path: string,
  project: Project,
): Promise<Record<string, string>> {
  const folder = dirname(resolve(path));
  const names = new Set<string>();
  for (const file of files) {
    const name = nameOf(file, folder, project);
    if (name !== undefined) names.add(name);
  }
  for (const specifier of packages) {
    const name = packageName(specifier);
    if (name !== undefined && name !== own) names.add(ofPackage + name);
  }
  if (importedNames([cell]).length) names.add(own);
  const states = [...names].sort().map(async (name) => {
    const state = await stateOf(name, cell, folder, project);
    return [name, state] as const;
  });
  return Object.fromEntries((await Promise.all(states)).filter(([, state]) => state !== absent));
}

/** What has moved since a cell's stamp was set, in a few words each. */
export async function movedInputs(cell: Cell, path: string, project: Project): Promise<string[]> {
  const folder = dirname(resolve(path));
  const moved: string[] = [];
  for (const [name, before] of Object.entries(stampOf(cell)?.inputs ?? {})) {
    const now = await stateOf(name, cell, folder, project);
    if (now !== before) moved.push(saidOf(name, before, now));
  }
  return moved;
}

/** The files of the project that a notebook's cells took in when they were stored, absolute. */
export function inputFiles(path: string): string[] {
  const folder = dirname(realpathSync(path));
  return loadNotebook(path).notebook.cells.flatMap((cell) =>
    Object.keys(stampOf(cell)?.inputs ?? {})
      .filter((name) => name !== own && !name.startsWith(ofPackage))
      .map((name) => resolve(folder, name)),
  );
}

function saidOf(name: string, before: string, now: string): string {
  const bare = name.startsWith(ofPackage) ? name.slice(ofPackage.length) : name;
  if (now === absent) return `${bare} is gone`;
  const [was, is] = [before, now].map((state) => state.split(" ")[0]);
  if (name === own && (was === "source" || is === "source")) {
    return "what its cells use of rederive has changed";
  }
  if (name !== bare || name === own) {
    return was === is ? `what ${bare} depends on has changed` : `${bare} ${was} -> ${is}`;
  }
  return `${bare} has changed`;
}

/** A file's name from the notebook's folder; undefined for one that is none of the project's own inputs. */
function nameOf(file: string, folder: string, { root, core }: Project): string | undefined {
  const within = relative(root, file).split(sep).join("/");
  if (within.startsWith("..") || isAbsolute(within)) return undefined;
  if (within.split("/").some((part) => part === "node_modules" || part.startsWith("."))) {
    return undefined;
  }
  // What cells use of a clone's own sources and build is known by their names, see `sourcesBehind`.
  if (core === root && /^(?:src|dist)\//.test(within)) return undefined;
  if (ofTools.test(within.split("/").at(-1) ?? "")) return undefined;
  return relative(folder, file).split(sep).join("/");
}

async function stateOf(
  name: string,
  cell: Cell,
  folder: string,
  project: Project,
): Promise<string> {
  if (name === own) return coreState(cell, project.core);
  if (name.startsWith(ofPackage)) {
    return packageState(name.slice(ofPackage.length), folder) ?? absent;
  }
  const file = resolve(folder, name);
  if (!existsSync(file) || !statSync(file).isFile()) return absent;
  const bytes = readFileSync(file);
  // Text is the same with other line ends; of other bytes each counts.
  const isText = !bytes.includes(0);
  return isText
    ? shortHash(bytes.toString("latin1"))
    : createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}

async function coreState(cell: Cell, core: string): Promise<string> {
  const files = await sourcesBehind(importedNames([cell]), core);
  const [first] = files;
  if (files.length === 1 && first.path === "package.json") return first.content;
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return `source ${shortHash(sorted.map(({ path, content }) => `${path}\n${content}`).join("\n"))}`;
}
