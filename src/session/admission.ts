import { relative } from "node:path";
import { absentImports } from "./absentImports.js";
import type { CellRun } from "./cellRun.js";
import type { Checker } from "./checker.js";
import { typeError, typeWarnings } from "./errors.js";
import type { Modules } from "./modules.js";
import type { ParsedCell } from "./parse.js";
import { cureOf, howStrict } from "./strictness.js";
import { shellAdvice } from "./syntaxProblems.js";
import { importsTypesAlone } from "./typeImports.js";

interface AdmissionOptions {
  checker: Checker;
  modules: Modules;
  cwd: string;
  /** Whether cells are checked strictly where no tsconfig.json says how. */
  strict: boolean;
  folders: [string, string][];
}

/**
 * Lets a cell run that passes the check, with the warnings that there are; of another the errors are all that it gives.
 *
 * @returns what tells of a cell whether it may run; `edited` names the project's files that changed
 */
export function admission({ checker, modules, cwd, strict, folders }: AdmissionOptions) {
  const absentFrom = (cell: ParsedCell) =>
    absentImports(
      cell,
      (specifier) => modules.isAbsent(specifier, cwd),
      (specifier) => importsTypesAlone(checker, cell, specifier),
    );

  return (cell: ParsedCell, edited: string[], run: CellRun): boolean => {
    const { problems, warnings } = checker.ask(() => {
      const verdict = checker.check(cell, edited);
      return verdict.problems.length ? verdict : { ...verdict, problems: absentFrom(cell) };
    });
    if (problems.length) {
      const rules = {
        cwd,
        config: checker.config && relative(cwd, checker.config),
        strict: strict || cell.strict,
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
    return true;
  };
}
