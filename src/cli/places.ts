import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { findIds, type Place, type PlaceKind } from "../notebook/index.js";

/** A place of an equation, with its file's path below the project's root. */
export interface FilePlace extends Place {
  file: string;
}

/** Every place of every equation id below a project's root. */
export function findPlaces(root: string): FilePlace[] {
  return ["notebooks", "src", "test"]
    .flatMap((room) => filesBelow(join(root, room)))
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
  if (file.endsWith(".test.ts")) return ["test"];
  return file.startsWith("src/") && file.endsWith(".ts") ? ["code"] : [];
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith(".") && name !== "fixtures" && name !== "node_modules")
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? filesBelow(path) : [path];
      })
      .sort();
  } catch {
    return []; // a project need not have each of the folders
  }
}
