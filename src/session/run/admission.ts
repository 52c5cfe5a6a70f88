import { isBuiltin } from "node:module";
import { relative } from "node:path";
import { absentImports } from "../check/absentImports.js";
import type { CellRun } from "../outputs/cellRun.js";
import type { Checker } from "../check/checker.js";
import { completeCode } from "../check/completion.js";
import { cureOf } from "../cures/cureOf.js";
import { typeError, typeWarnings } from "../failures/errors.js";
import type { Modules } from "../modules/modules.js";
import type { ParsedCell } from "../text/parse.js";
import { howStrict } from "../check/strictness.js";
import { shellAdvice } from "../text/syntaxProblems.js";
import { importsTypesAlone } from "../check/typeImports.js";

interface AdmissionOptions {
  checker: Checker;
  modules: Modules;
  cwd: string;
  /** Whether cells are checked strictly where no tsconfig.json says how. */
  strict: boolean;
  folders: [string, string][];
  /** The cell that would have declared a name, and failed. */
  cellOf(name: string): number | undefined;
}

/**
 * Lets a cell run that passes the check, with the warnings that there are; of another the errors are all that it gives.
 *
 * @returns what tells of a cell whether it may run; `edited` names the project's files that changed
 */
export function admission(options: AdmissionOptions) {
  const { checker, modules, cwd, strict, folders, cellOf } = options;
  const absentFrom = (cell: ParsedCell) =>
    absentImports(
      cell,
      (specifier) => modules.isAbsent(specifier, cwd),
      (specifier) => importsTypesAlone(checker, cell, specifier),
    );

  /** Packages that a reader may have meant: what cells have imported from already, and the core. */
  const atHand = new Set(["rederive"]);
  const noteImports = ({ statements }: ParsedCell) => {
    for (const one of statements) {
      if (one.type !== "ImportDeclaration") continue;
      const { value } = one.source;
      if (!isBuiltin(value) && !/^[./]/.test(value)) atHand.add(value);
    }
  };

  return (cell: ParsedCell, edited: string[], run: CellRun): boolean => {
    const { problems, warnings } = checker.ask(() => {
      const verdict = checker.check(cell, edited);
      return verdict.problems.length ? verdict : { ...verdict, problems: absentFrom(cell) };
    });
    if (problems.length) {
      const rules = {
        cwd,
        config: checker.config && relative(cwd, checker.config),
        ofBuild: checker.ofBuild,
        strict: strict || cell.strict,
        cellOf,
        packageOf: (name: string) =>
          checker.ask(() => [...atHand].find((one) => exportsName(checker, one, name))),
      };
      const messages = problems.map(({ message }) => message);
      const cure = cell.errors.length
        ? undefined
        : (shellAdvice(cell.code, messages) ?? cureOf(messages, rules));
      run.fail();
      run.emit(typeError(problems, cell.code, folders, cure));
      return false;
    }
    if (warnings.length && !run.silent) {
      const text = typeWarnings(warnings, cell.code, folders) + howStrict;
      run.emit({ output_type: "stream", name: "stderr", text });
    }
    noteImports(cell);
    return true;
  };
}

/** Whether a package exports a name; a list of all its exports would be cut short. */
function exportsName(checker: Checker, specifier: string, name: string): boolean {
  const code = `import * as all from ${JSON.stringify(specifier)}; all.${name}`;
  return completeCode(checker, code, code.length).matches.some(({ text }) => text === name);
}
