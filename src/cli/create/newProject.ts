import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { ownDependency, ownFolder, pinned, pythonPin } from "./ownPins.js";

/** The files of a new project, each with an ending of its own so that no tool takes it for a file of this one. */
const template = fileURLToPath(new URL("./template", import.meta.url));
const ending = ".tmpl";

/** What was written, by paths below the new folder, and the folder. */
export interface NewProject {
  files: string[];
  place: string;
}

/**
 * Writes a project of one's own: a chapter with an equation, its derivation, a value and a figure, a function with its
 * test, settings, and what runs them here, in CI and in Binder.
 *
 * @throws Error if the folder holds something, or its path is that of a file; nothing is written then
 */
export function newProject(folder: string): NewProject {
  const place = resolve(folder);
  refuseWhatIsThere(folder, place);
  const words = wordsOf(basename(place));
  const files = templateFiles(template).map((path) => {
    const name = nameOf(path);
    const target = join(place, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, filled(readFileSync(join(template, path), "utf8"), words));
    return name;
  });
  chmodSync(join(place, "postBuild"), 0o755);
  return { files, place };
}

/** A folder that a version control has just made is as good as an empty one. */
const harmless = [".git", ".gitignore", ".DS_Store"];

function refuseWhatIsThere(folder: string, place: string): void {
  if (!existsSync(place)) return;
  let held: string[];
  try {
    held = readdirSync(place).filter((name) => !harmless.includes(name));
  } catch {
    throw new Error(`new: ${folder} is a file; name a folder`);
  }
  if (!held.length) return;
  const some = held.slice(0, 3).join(", ");
  throw new Error(
    `new: ${folder} already holds ${some}${held.length > 3 ? " …" : ""}; name a folder that is empty or not there yet`,
  );
}

function templateFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** npm leaves files and folders out that begin with a point: in the template they have none. */
function nameOf(path: string): string {
  const name = path.slice(0, -ending.length).split(sep).join("/");
  return /^git(?:hub|ignore)/.test(name) ? `.${name}` : name;
}

/** The words of the template. A package's name has small letters, digits and dashes. */
function wordsOf(folder: string): Record<string, string> {
  const name = folder
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const title = folder.replace(/[-_]+/g, " ").trim() || "Notes";
  return {
    name: name || "notes",
    title: (title[0].toUpperCase() + title.slice(1)).replace(/["\\]/g, ""),
    rederive: ownDependency(ownFolder),
    tsx: pinned("tsx"),
    uvu: pinned("uvu"),
    jupyterlab: pythonPin("jupyterlab"),
  };
}

function filled(text: string, words: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word]);
}
