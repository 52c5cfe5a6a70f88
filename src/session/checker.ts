import { relative } from "node:path";
import type { Archive } from "./archive.js";
import { type CellProjectOptions, openCellProject } from "./cellProject.js";
import type { Compiler, Project } from "./compiler.js";
import { type ParsedCell, parseCell } from "./parse.js";
import { type Problem, problemAt } from "./problem.js";
import type { SourceFiles } from "./sourceFiles.js";
import type { Dialect } from "./transform.js";

export interface CheckerOptions extends CellProjectOptions {
  files: SourceFiles;
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

export function openChecker({ files, ...options }: CheckerOptions): Checker {
  const { root, own } = options;
  const { cells, compiler, paths, dialect, view, reserve } = openCellProject(options);
  const checked = new Map<string, string>();

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

  return {
    archive: cells,
    paths,
    dialect,
    check(cell, edited) {
      if (cell.errors.length) {
        const file = cells.place(cell, "none");
        const seen = view(edited).program.getSyntacticDiagnostics(file);
        const found = cell.errors.some(({ better }) => better) ? [] : seen;
        const all = found.length
          ? found.map((one) => problemAt(cell.code, one))
          : cell.errors.map(({ message: text, start: pos }) => problemAt(cell.code, { pos, text }));
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
          const said = problemAt(cell.code, one);
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
          return wrong.map((one) => problemAt(source, one, relative(root, path)));
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
      try {
        reserve();
      } catch {
        // The next cell asks again.
      }
    },
    close: compiler.close,
  };
}
