import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type LoadedConfig, projectRoot } from "../project/index.js";
import type { NotebookFile, SiteInput } from "./buildSite.js";
import { readSettings } from "./settings/readSettings.js";
import { pictureBeside } from "./pictures/pictureBeside.js";
import type { ProjectFile } from "./context/places.js";
import type { InventoryItem } from "./types.js";

/** Reads all that a build needs: notebooks, the inventory beside them, the project's sources, what its settings name. */
export function readInput(paths: string[], version: string, loaded?: LoadedConfig): SiteInput {
  const root = projectRoot(dirname(resolve(paths[0])));
  const notebooks = paths.map((path) => readFile(path, root));
  const inventory = paths
    .map((path) => join(dirname(path), "inventory.json"))
    .filter((path, i, all) => all.indexOf(path) === i && existsSync(path))
    .flatMap((path) => JSON.parse(readFileSync(path, "utf8")) as InventoryItem[]);
  const own = loaded && readSettings(loaded, root);
  return { notebooks, inventory, sources: projectSources(root), version, ...own };
}

function readFile(path: string, root: string): NotebookFile {
  const below = relative(root, resolve(path));
  return {
    path: (below.startsWith("..") ? basename(path) : below).split(sep).join("/"),
    given: path,
    text: readFileSync(path, "utf8"),
    picture: pictureBeside(dirname(resolve(path)), projectRoot(dirname(resolve(path)))),
  };
}

function projectSources(root: string): ProjectFile[] {
  if (!existsSync(join(root, "package.json"))) return [];
  return ["src", "test"]
    .flatMap((name) => typescriptFiles(join(root, name)))
    .map((path) => ({
      path: relative(root, path).split(sep).join("/"),
      content: readFileSync(path, "utf8"),
    }));
}

function typescriptFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name === "fixtures" || entry.name === "node_modules"
          ? []
          : typescriptFiles(path);
      // A symbolic link is not followed: it may lead out of the project.
      return entry.isFile() && entry.name.endsWith(".ts") ? [path] : [];
    });
}
