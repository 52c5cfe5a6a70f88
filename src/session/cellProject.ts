import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { archive, type Archive } from "./archive.js";
import { cellConfig, projectOptions } from "./cellConfig.js";
import { type Compiler, type Entries, openCompiler, type Project } from "./compiler.js";
import { jupyterTypes } from "./jupyter.js";
import type { OwnPackage } from "./ownPackage.js";
import { slotPattern } from "./slots.js";
import type { Dialect } from "./transform.js";

const require = createRequire(import.meta.url);

export interface CellProjectOptions {
  cwd: string;
  root: string;
  /** Folder of the package `rederive`, if cells cannot find it from their own. */
  core?: string;
  own?: OwnPackage;
  /** By which another thread interrupts a question, see `question.ts`. */
  shared?: Int32Array;
}

/** The cells as a project of the compiler, by the rules of the project in which they stand. */
export interface CellProject {
  cells: Archive;
  compiler: Compiler;
  /** The project's aliases of files, absolute. */
  paths: Record<string, string[]>;
  dialect: Dialect;
  /** The project as it stands now; `edited` names files of the disk that changed, `all` says that any may have. */
  view(edited?: string[], all?: boolean): Project;
  /** Makes files for the cells to come, while nobody waits. */
  reserve(): void;
}

export function openCellProject(options: CellProjectOptions): CellProject {
  const { cwd, root, core, own, shared } = options;
  const config = join(cwd, "__cells__", "tsconfig.json");
  const ambient = join(cwd, "__jupyter__.d.ts");
  const cells = archive(cwd);
  const memory = {
    readFile: (path: string) =>
      path === config ? configText() : path === ambient ? jupyterTypes : cells.text(path),
    getAccessibleEntries: (folder: string) =>
      folder === cwd ? entriesOf(cwd, cells.files()) : undefined,
  };
  const compiler = openCompiler(cwd, config, memory, shared);
  const project = projectOptions(root, compiler.options);
  let built = own?.build;
  if (own) project.paths[own.name] = [built?.types ?? own.entry];
  else if (core) project.paths.rederive = [core];
  project.paths.tslab = [require.resolve("tslab/dist/public.d.ts")];
  const members = { files: [ambient], include: [`../${slotPattern}`] };
  const configText = () => cellConfig(root, project, members);

  let listed = 0;
  const view = (edited: string[] = [], all = false): Project => {
    const changed = [...cells.changed(), ...edited];
    if (listed !== cells.files().length) changed.push(config);
    listed = cells.files().length;
    if (own && built !== own.build) {
      // The build is no longer that of the sources.
      built = own.build;
      project.paths[own.name] = [own.entry];
      changed.push(config);
    }
    return compiler.project({ changed, all });
  };

  return {
    cells,
    compiler,
    paths: project.paths,
    dialect: project.dialect,
    view,
    reserve() {
      cells.reserve();
      if (listed !== cells.files().length) view();
    },
  };
}

/** What is in a folder, and files of ours. */
function entriesOf(folder: string, files: string[]): Entries {
  const entries: Entries = { files: files.map((path) => basename(path)), directories: [] };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const linked = entry.isSymbolicLink() && existsSync(join(folder, entry.name, "."));
    entries[entry.isDirectory() || linked ? "directories" : "files"].push(entry.name);
  }
  return entries;
}
