import { type Dirent, existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { findIds, type Place, type PlaceKind } from "../../notebook/index.js";

/** A place of an equation, with its file's path below the project's root. */
export interface FilePlace extends Place {
  file: string;
}

/** Folders whose notebooks are copies, or somebody else's. */
const passedBy = ["node_modules", "fixtures", "dist", "_site"];

/** Every place of every equation id below a project's root: its code, its tests, and notebooks in any of its folders. */
export function findPlaces(root: string): FilePlace[] {
  return filesBelow(root, existsSync(join(root, "package.json")))
    .map((path) => ({ path, file: relative(root, path).replaceAll("\\", "/") }))
    .flatMap(({ path, file }) => {
      const kinds = kindsIn(file);
      if (!kinds.length) return [];
      return findIds(readFileSync(path, "utf8"), kinds).map((place) => ({ ...place, file }));
    });
}

function kindsIn(file: string): PlaceKind[] {
  if (file.endsWith(".ipynb")) return ["note", "derivation"];
  if (file === "notebooks/inventory.json") return ["inventory"];
  if (file.startsWith("test/") && file.endsWith(".test.ts")) return ["test"];
  return file.startsWith("src/") && file.endsWith(".ts") ? ["code"] : [];
}

/** @param deep false where the folder is no project: it may be a whole disk */
function filesBelow(folder: string, deep: boolean): string[] {
  return entriesOf(folder)
    .filter(({ name }) => !name.startsWith(".") && !passedBy.includes(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isFile()) return [path];
      return deep && entry.isDirectory() ? filesBelow(path, deep) : [];
    })
    .sort();
}

/** A folder that cannot be read holds nothing of the author's. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
