import { relative } from "node:path";
import type { Archive } from "./archive.js";
import { type CellProject, type CellProjectOptions, openCellProject } from "./cellProject.js";
import type { Compiler, Diagnostic, Project } from "../compiler/compiler.js";
import { saidOfNode } from "../compiler/lacking.js";
import { missingOf } from "../compiler/missing.js";
import { type ParsedCell, parseCell } from "../text/parse.js";
import { plainTypes } from "./plainTypes.js";
import { type Problem, problemAt } from "../text/problem.js";
import type { SourceFiles } from "../script/sourceFiles.js";
import { type Judge, openJudge } from "./judge.js";
import type { Verdict } from "./verdict.js";

export interface CheckerOptions extends CellProjectOptions {
  root: string;
  files: SourceFiles;
  /** Whether cells are checked strictly where no tsconfig.json says how. */
  strict: boolean;
}

/** The compiler's view of the cells. */
export interface Checker
  extends
    Pick<Compiler, "ask" | "close">,
    Pick<Judge, "dialect">,
    Pick<CellProject, "paths" | "conditions" | "config" | "ofBuild"> {
  archive: Archive;
  /** What is wrong with a cell, or with a file of the project that it imports; `edited` names files that changed. */
  check(cell: ParsedCell, edited: string[]): Verdict<Problem>;
  /** Lets the compiler read the project; what it can not read is told of the first cell. */
  warm(): void;
  /** A cell with all earlier names in sight, for questions about a place in it. */
  look(code: string): { project: Project; file: string };
  /** Keeps a cell that ran, see `Archive`. */
  keep(cell: ParsedCell, values: string[]): void;
  /** Makes ready for the next cell; to be called when nobody waits. */
  rest(): void;
}

/** Messages of one check that are shown: what follows mostly follows from these. */
const most = 10;

/**
 * Milliseconds of a check from which on the cell's types are written out for later ones: at once, or, since to ask for
 * them takes as long again, when a later cell takes any of its names.
 */
const [slow, long] = [50, 500];

// Numbers of the compiler's messages.
const moduleNotFound = 2307;
const assignedImport = 2632;
/** What the end of each cell's file gives. */
const misplacedBreak = 1105;
const impliesAny = 7005;
export function openChecker({ files, strict, ...options }: CheckerOptions): Checker {
  const { root, own } = options;
  const { cells, compiler, view, provide, reserve, ...project } = openCellProject(options);
  const judge = openJudge(project, options.language);
  const checked = new Map<string, string>();
  /** Cells that were kept, and whose types are not written out. */
  let unsettled: { cell: ParsedCell; file: string; isLong: boolean }[] = [];
  /** How many of the latest are worth it at once: one that was inferred from others or took long, or none. */
  let worth: 0 | 1 = 0;
  /** Milliseconds of the last check. */
  let took = 0;

  const settle = ({ cell, file }: (typeof unsettled)[number]) => {
    if (cells.holds(file, cell)) cells.settle(plainTypes(view(), file, cell));
  };

  const built = new Set([...(own?.entries.values() ?? [])].map(({ code }) => code));

  /** Files of the project that a cell imports, those of its own package excepted: its build checks them. */
  const imported = ({ program }: Project): string[] =>
    program
      .getSourceFileNames()
      .filter(
        (name) =>
          !/\/node_modules\/|\.d\.[cm]?ts$|\.json$/.test(name) &&
          !(own && (name.startsWith(own.sources) || built.has(name))) &&
          cells.text(name) === undefined,
      );

  const diagnose = ({ program }: Project, file: string, cell: ParsedCell): Diagnostic[] => {
    const found = program.getSemanticDiagnostics(file);
    const parsed = found.some(({ code }) => code === misplacedBreak);
    // What is no JavaScript parses all the same.
    const unparsed =
      parsed && options.language !== "javascript" ? [] : program.getSyntacticDiagnostics(file);
    return [...unparsed, ...found].filter(
      ({ pos, code, text }) =>
        pos < cell.code.length &&
        // That an earlier cell gave a variable no type is not this cell's fault.
        (code !== impliesAny || !cells.isEarlier(text, cell)),
    );
  };

  /** What is found of a text, asked anew once names of the platform that it misses are in sight. */
  const withNames = (code: string, find: () => readonly Diagnostic[]): Diagnostic[] => {
    const found = find();
    const missing = found.flatMap((one) => missingOf(one) ?? []);
    return [...(missing.length && provide(missing, code) ? find() : found)];
  };

  const ofNode = (one: Diagnostic, said: Problem): Problem =>
    project.ownLibraries ? said : { ...said, message: saidOfNode(said.message, one) };

  const settleTaken = ({ words }: ParsedCell) => {
    const isTaken = ({ cell, isLong }: (typeof unsettled)[number]) =>
      isLong && [...cell.values.keys()].some((name) => words.has(name));
    const taken = unsettled.filter(isTaken);
    if (taken.length) unsettled = unsettled.filter((one) => !isTaken(one));
    taken.forEach(settle);
  };

  const ofCell = (cell: ParsedCell, edited: string[]): Verdict<Problem> => {
    settleTaken(cell);
    const file = cells.place(cell, "used");
    let changed = edited;
    const find = (all = false) => {
      const now = view(changed, all);
      changed = [];
      return diagnose(now, file, cell);
    };
    let found = withNames(cell.code, () => find());
    if (found.some(({ code }) => code === moduleNotFound)) {
      found = withNames(cell.code, () => find(true));
    }
    const { problems, warnings } = judge.verdict(cell.code, found, strict || cell.strict, (seen) =>
      diagnose(seen, file, cell),
    );
    const shown = (one: Diagnostic): Problem => {
      const said = ofNode(one, problemAt(cell.code, one));
      const earlier = one.code === assignedImport && cells.isConstant(said.message);
      const message = earlier ? said.message.replace("an import", "a constant") : said.message;
      return { ...said, message };
    };
    return { problems: problems.map(shown), warnings: warnings.map(shown) };
  };

  const ofFile = (path: string, isStrict: boolean): Verdict<Problem> => {
    const source = files.source(path);
    if (checked.get(path) === source) return { problems: [], warnings: [] };
    const find = () => view().program.getSemanticDiagnostics(path);
    const { problems, warnings } = judge.verdict(
      source,
      withNames(source, find),
      isStrict,
      ({ program }) => [...program.getSemanticDiagnostics(path)],
    );
    if (!problems.length) checked.set(path, source);
    const shown = (one: Diagnostic) => ofNode(one, problemAt(source, one, relative(root, path)));
    return { problems: problems.map(shown), warnings: warnings.map(shown) };
  };

  return {
    archive: cells,
    ...project,
    dialect: judge.dialect,
    check(cell, edited) {
      const began = performance.now();
      if (cell.errors.length) {
        const file = cells.place(cell, "none");
        const seen = view(edited).program.getSyntacticDiagnostics(file);
        const found = cell.errors.some(({ better }) => better) ? [] : seen;
        const all = found.length
          ? found.map((one) => problemAt(cell.code, one))
          : cell.errors.map(({ message: text, start: pos }) => problemAt(cell.code, { pos, text }));
        return { problems: all.slice(0, most), warnings: [] };
      }
      const verdicts = [ofCell(cell, edited)];
      if (cell.imports && !verdicts[0].problems.length) {
        const isStrict = strict || cell.strict;
        verdicts.push(...imported(view()).map((path) => ofFile(path, isStrict)));
      }
      took = performance.now() - began;
      return {
        problems: verdicts.flatMap(({ problems }) => problems).slice(0, most),
        warnings: verdicts.flatMap(({ warnings }) => warnings).slice(0, most),
      };
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
    keep(cell, values) {
      const kept = cells.keep(cell, values);
      if (!kept) return;
      const isLong = took > long;
      unsettled.push({ cell, file: kept.file, isLong });
      if (!isLong && (kept.depends || took > slow)) worth = 1;
    },
    ask: compiler.ask,
    rest() {
      const settling = unsettled.splice(cells.isShort() ? 0 : unsettled.length - worth);
      worth = 0;
      try {
        for (const one of settling) compiler.ask(() => settle(one));
        compiler.forget();
        reserve();
      } catch {
        // The next cell asks again.
      }
    },
    close: compiler.close,
  };
}
