import type { Checker } from "./checker.js";
import { SymbolFlags } from "../compiler/compiler.js";
import type { ParsedCell } from "../text/parse.js";
import { resolveName } from "../compiler/symbols.js";

/** How Node says that there is nothing to load behind a specifier. */
const absent = new Set([
  "ERR_MODULE_NOT_FOUND",
  "ERR_PACKAGE_PATH_NOT_EXPORTED",
  "ERR_UNSUPPORTED_DIR_IMPORT",
]);

/** What is there when code runs: constant enums are not, TypeScript writes their values where they are used. */
const made: SymbolFlags = SymbolFlags.Value & ~SymbolFlags.ConstEnum;

/** Whether an import failed only because there is nothing to load. */
export function isAbsence(error: unknown): boolean {
  return absent.has((error as { code?: string } | undefined)?.code ?? "");
}

/** Whether all that a cell has from a module are types and constant enums, as of a package that holds declarations alone. */
export function importsTypesAlone(
  checker: Checker,
  { code, statements }: ParsedCell,
  specifier: string,
): boolean {
  const names = statements
    .filter((one) => one.type === "ImportDeclaration")
    .filter(({ source, importKind }) => source.value === specifier && importKind !== "type")
    .flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name));
  const { project, file } = checker.look(code);
  return (
    names.length > 0 &&
    names.every((name) => {
      const symbol = resolveName(project, name, file, code.length);
      return symbol !== undefined && !(symbol.flags & made);
    })
  );
}
