import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { CellLanguage } from "../../notebook/index.js";
import { archive, type Archive } from "./archive.js";
import { cellConfig, projectOptions, type Way } from "../compiler/cellConfig.js";
import { type Compiler, type Entries, openCompiler, type Project } from "../compiler/compiler.js";
import { furtherTypes, joinedLibrary, type Library, nodeLibraries } from "../compiler/libraries.js";
import type { Missing } from "../compiler/missing.js";
import { platformNames } from "../compiler/platformNames.js";
import { type OwnPackage, packageEntries } from "../../project/index.js";
import { slotPattern } from "./slots.js";
import type { Dialect } from "../script/dialect.js";

export interface CellProjectOptions {
  cwd: string;
  /** Folder of the package `rederive`, if cells cannot find it from their own. */
  core?: string;
  own?: OwnPackage;
  language?: CellLanguage;
  /** Declarations of what cells find beside the platform's names. */
  given?: string;
  /** By which another thread interrupts a question, see `question.ts`. */
  shared?: Int32Array;
}

/** The cells as a project of the compiler, by the rules of the project in which they stand. */
export interface CellProject {
  cells: Archive;
  compiler: Compiler;
  /** The project's aliases of files, absolute. */
  paths: Record<string, string[]>;
  /** The project's conditions for `exports` and `imports` of packages. */
  conditions: string[];
  dialect: Dialect;
  /** Path of the tsconfig.json that says how strict the cells are, if there is one. */
  config?: string;
  /** Whether no tsconfig.json says which decorators are meant. */
  opensDecorators: boolean;
  /** Options of tsconfig.json by which a build puts files together, and nothing here does. */
  ofBuild: string[];
  /** Whether a tsconfig.json says which libraries are in sight, and not this Node. */
  ownLibraries: boolean;
  /** The project as it stands now; `edited` names files of the disk that changed, `all` says that any may have. */
  view(edited?: string[], all?: boolean): Project;
  /** The same in another way; for cells that no tsconfig.json rules. */
  viewAs(way: Way): Project;
  /** Brings in sight what a text misses and the platform has; tells whether there was any to bring. */
  provide(missing: Missing[], code: string): boolean;
  /** Makes files for the cells to come, while nobody waits. */
  reserve(): void;
}

export function openCellProject(options: CellProjectOptions): CellProject {
  const { cwd, core, own, shared, given = "", language = "typescript" } = options;
  const config = join(cwd, "__cells__", "tsconfig.json");
  const ways = new Map<string, Way>([[config, { strict: true, ecmaScript: false }]]);
  const configOf = ({ strict, ecmaScript }: Way) =>
    join(
      cwd,
      "__cells__",
      `tsconfig.${strict ? "strict" : "loose"}.${ecmaScript ? "ecma" : "own"}.json`,
    );
  const ambient = join(cwd, "__jupyter__.d.ts");
  const cells = archive(cwd, language);
  let library: Library | undefined;
  const memory = {
    readFile: (path: string) => {
      const way = ways.get(path);
      if (way) return configText(way);
      return path === ambient
        ? given + furtherTypes + platform.declarations()
        : (cells.text(path) ?? library?.text(path));
    },
    getAccessibleEntries: (folder: string) =>
      folder === cwd ? entriesOf(cwd, cells.files()) : undefined,
  };
  const compiler = openCompiler(cwd, config, memory, shared);
  const project = projectOptions(cwd, cells.files()[0], compiler.config);
  const { names: lib } = (library = joinedLibrary(project.lib ?? nodeLibraries));
  const platform = platformNames(language);
  let built = own?.build;
  Object.assign(project.paths, own ? ownPaths(own) : core ? corePaths(core) : {});
  const members = { files: [ambient], include: [`../${slotPattern(language)}`] };
  const configText = (way: Way) =>
    cellConfig(cwd, project, {
      ...members,
      ...way,
      ...{ language, lib, dom: platform.dom(), single: isSettled },
    });

  let listed = 0;
  /**
   * Whether the program was made anew since files came. A program that the compiler makes before it has read a file says
   * of that file that it is not found, and says so anew, at length, for each check.
   */
  let isSettled = false;
  let hadDom = false;
  const provided: string[] = [];
  const view = (edited: string[] = [], all = false): Project => {
    const changed = [...cells.changed(), ...edited];
    if (listed !== cells.files().length || hadDom !== platform.dom()) changed.push(...ways.keys());
    if (listed !== cells.files().length) isSettled = false;
    listed = cells.files().length;
    hadDom = platform.dom();
    if (own && built !== own.build) {
      // The build is no longer that of the sources.
      built = own.build;
      Object.assign(project.paths, ownPaths(own));
      changed.push(...ways.keys());
    }
    changed.push(...provided.splice(0));
    return compiler.project({ changed, all });
  };

  return {
    cells,
    compiler,
    paths: project.paths,
    conditions: project.conditions,
    dialect: { ...project.dialect, sloppy: language === "javascript" },
    config: project.unstated.length || language === "javascript" ? undefined : project.config,
    opensDecorators: project.config === undefined,
    ofBuild: project.ofBuild,
    ownLibraries: project.lib !== undefined,
    view,
    viewAs(way) {
      const other = configOf(way);
      ways.set(other, way);
      return compiler.project({ changed: [] }, other);
    },
    provide(missing, code) {
      const before = platform.declarations();
      const found = missing.filter((one) => platform.provide(one, code)).length > 0;
      if (platform.declarations() !== before) provided.push(ambient);
      return found;
    },
    reserve() {
      cells.reserve();
      if (listed !== cells.files().length) view();
      if (isSettled) return;
      isSettled = true;
      view([...ways.keys()]);
    },
  };
}

/** Where the types of the project's own package are: beside its build as long as that is fresh. */
const ownPaths = ({ entries, build }: OwnPackage): Record<string, string[]> =>
  Object.fromEntries(
    [...entries].map(([name, { types, source }]) => [name, [build ? types : source]]),
  );

/** Where those of the core are, for cells that cannot find it. */
const corePaths = (core: string): Record<string, string[]> =>
  Object.fromEntries(
    [...(packageEntries(core)?.files ?? [])].map(([name, file]) => [
      name,
      [file.replace(/\.js$/, ".d.ts")],
    ]),
  );

/** What is in a folder, and files of ours. */
function entriesOf(folder: string, files: string[]): Entries {
  const entries: Entries = { files: files.map((path) => basename(path)), directories: [] };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const linked = entry.isSymbolicLink() && existsSync(join(folder, entry.name, "."));
    entries[entry.isDirectory() || linked ? "directories" : "files"].push(entry.name);
  }
  return entries;
}
