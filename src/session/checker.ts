import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, relative } from "node:path";
import { archive, type Archive, cellFiles } from "./archive.js";
import { cellConfig, projectOptions } from "./cellConfig.js";
import {
  type Compiler,
  type Diagnostic,
  type Entries,
  type Memory,
  openCompiler,
  type Project,
} from "./compiler.js";
import { jupyterTypes } from "./jupyter.js";
import type { OwnPackage } from "./ownPackage.js";
import { type ParsedCell, parseCell } from "./parse.js";
import type { SourceFiles } from "./sourceFiles.js";
import type { Dialect } from "./transform.js";

const require = createRequire(import.meta.url);

/** A message of the compiler; line and column count from 0. */
export interface Problem {
  line: number;
  column: number;
  message: string;
  /** The file, if it is not the cell. */
  file?: string;
}

export interface CheckerOptions {
  cwd: string;
  root: string;
  /** Folder of the package `rederive`, if cells cannot find it from their own. */
  core?: string;
  own?: OwnPackage;
  files: SourceFiles;
  /** By which another thread interrupts a question, see `question.ts`. */
  shared?: Int32Array;
}

/** The compiler's view of the cells. */
export interface Checker extends Pick<Compiler, "ask" | "close"> {
  archive: Archive;
  /** The project's aliases of files, absolute. */
  paths: Record<string, string[]>;
  dialect: Dialect;
  /** What is wrong with a cell, or with a file of the project that it imports; `edited` names files that changed. */
  check(cell: ParsedCell, edited: string[]): Problem[];
  /** Lets the compiler read the project; what it can not read is told of the first cell. */
  warm(): void;
  /** A cell with all earlier names in sight, for questions about a place in it. */
  look(code: string): { project: Project; file: string };
  /** Makes ready for the next cell; to be called when nobody waits. */
  rest(): void;
}

/** Messages of one check that are shown. */
const most = 10;

const moduleNotFound = 2307;
const assignedImport = 2632;
/** What the end of each cell's file gives. */
const misplacedBreak = 1105;
const impliesAny = 7005;

export function openChecker({ cwd, root, core, own, files, shared }: CheckerOptions): Checker {
  const config = join(cwd, "__cells__", "tsconfig.json");
  const cells = archive(cwd);
  const ambient = join(cwd, "__jupyter__.d.ts");
  const memory: Memory = {
    readFile: (path) =>
      path === config ? configText() : path === ambient ? jupyterTypes : cells.text(path),
    getAccessibleEntries: (folder) => (folder === cwd ? entriesOf(cwd, cells.files()) : undefined),
  };
  const compiler = openCompiler(cwd, config, memory, shared);
  const project = projectOptions(root, compiler.options);
  let built = own?.build;
  if (own) project.paths[own.name] = [built?.types ?? own.entry];
  else if (core) project.paths.rederive = [core];
  project.paths.tslab = [require.resolve("tslab/dist/public.d.ts")];
  const members = { files: [ambient], include: [`../${cellFiles}`] };
  const configText = () => cellConfig(root, project, members);
  const checked = new Map<string, string>();

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

  /** Files of the project that a cell imports, those of its own package excepted: its build checks them. */
  const imported = ({ program }: Project): string[] =>
    program
      .getSourceFileNames()
      .filter(
        (name) =>
          name.startsWith(root) &&
          !/\/node_modules\/|\.d\.[cm]?ts$|\.json$/.test(name) &&
          !(own && (name.startsWith(own.sources) || name === own.build?.code)) &&
          cells.text(name) === undefined,
      );

  const problem = (diagnostic: Diagnostic, text: string, shown?: string): Problem => {
    const before = text.slice(0, Math.min(diagnostic.pos, text.length)).split("\n");
    return {
      line: before.length - 1,
      column: before.at(-1)?.length ?? 0,
      message: messageText(diagnostic).replace(/import\("[^"]*__cell\d*__"\)\./g, ""),
      ...(shown ? { file: shown } : {}),
    };
  };

  return {
    archive: cells,
    paths: project.paths,
    dialect: project.dialect,
    check(cell, edited) {
      if (cell.errors.length) {
        const file = cells.place(cell, "none");
        const seen = view(edited).program.getSyntacticDiagnostics(file);
        const found = cell.errors.some(({ better }) => better) ? [] : seen;
        const all = found.length
          ? found.map((one) => problem(one, cell.code))
          : cell.errors.map(({ message, start }) =>
              problem({ pos: start, text: message } as Diagnostic, cell.code),
            );
        return all.slice(0, most);
      }
      const file = cells.place(cell, "used");
      let now = view(edited);
      const diagnose = () => {
        const found = now.program.getSemanticDiagnostics(file);
        const parsed = found.some(({ code }) => code === misplacedBreak);
        const unparsed = parsed ? [] : now.program.getSyntacticDiagnostics(file);
        return [...unparsed, ...found].filter(
          ({ pos, code, text }) =>
            pos < cell.code.length &&
            // That an earlier cell gave a variable no type is not this cell's fault.
            (code !== impliesAny || !cells.isEarlier(text, cell)),
        );
      };
      let found = diagnose();
      if (found.some(({ code }) => code === moduleNotFound)) {
        now = view(edited, true);
        found = diagnose();
      }
      if (found.length) {
        return found.slice(0, most).map((one) => {
          const said = problem(one, cell.code);
          const earlier = one.code === assignedImport && cells.isConstant(said.message);
          const message = earlier ? said.message.replace("an import", "a constant") : said.message;
          return { ...said, message };
        });
      }
      if (!cell.imports) return [];
      return imported(now)
        .flatMap((path) => {
          const source = files.source(path);
          if (checked.get(path) === source) return [];
          const wrong = now.program.getSemanticDiagnostics(path);
          if (!wrong.length) checked.set(path, source);
          return wrong.map((one) => problem(one, source, relative(root, path)));
        })
        .slice(0, most);
    },
    warm() {
      try {
        const file = cells.place(parseCell(""), "used");
        compiler.ask(() => view().program.getSemanticDiagnostics(file));
      } catch {
        // The first cell asks again.
      }
    },
    look(code) {
      const file = cells.place(parseCell(code), "all");
      return { project: view(), file };
    },
    ask: compiler.ask,
    rest() {
      compiler.forget();
      cells.reserve();
      try {
        if (listed !== cells.files().length) view();
      } catch {
        // The next cell asks again.
      }
    },
    close: compiler.close,
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

function messageText({ text, messageChain = [] }: Diagnostic, indent = "  "): string {
  const parts = messageChain.map((part) => `\n${indent}${messageText(part, `${indent}  `)}`);
  return text + parts.join("");
}
