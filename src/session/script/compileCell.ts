import { SourceMap, type SourceMapPayload } from "node:module";
import vm from "node:vm";
import { type CellScript, cellScript } from "./cellScript.js";
import { CompileError, scriptPlace } from "../text/compileError.js";
import { type ParsedCell, parseCell } from "../text/parse.js";
import type { Dialect } from "./dialect.js";

/** A cell that V8 has read. */
export interface CompiledCell extends CellScript {
  script: vm.Script;
}

/**
 * Compiles a cell down to what runs.
 *
 * @param name under which its code runs
 * @throws CompileError with the place in the cell
 */
export function compileCell(
  cell: ParsedCell,
  parameters: string[],
  dialect: Dialect,
  name: string,
  load: (specifier: string) => Promise<object>,
): CompiledCell {
  const compiled = cellScript(cell, parameters, dialect);
  try {
    const importModuleDynamically = load as never;
    const script = new vm.Script(compiled.code, { filename: name, importModuleDynamically });
    return { ...compiled, script };
  } catch (error) {
    const at = error instanceof SyntaxError ? scriptPlace(error) : undefined;
    if (!at) throw error;
    const { map, inCell } = cellScript(cell, parameters, dialect, true);
    const column = at.line === 0 ? Math.max(0, at.column - compiled.prefix) : at.column;
    const entry = new SourceMap(map as SourceMapPayload).findEntry(at.line, column);
    const place = "originalLine" in entry ? entry : { originalLine: at.line, originalColumn: 0 };
    const { message } = error as SyntaxError;
    throw new CompileError(
      { ...inCell({ line: place.originalLine, column: place.originalColumn }), message },
      cell.code,
    );
  }
}

/**
 * The same error with its place in a file, where V8 reads a module, of which it tells no place. The file is read once
 * more, as a cell; what is wrong only in a module stays without.
 */
export function placedInFile(
  error: SyntaxError,
  path: string,
  source: string,
  dialect: Dialect,
): SyntaxError {
  try {
    compileCell(parseCell(source), [], dialect, path, () => Promise.reject(error));
  } catch (again) {
    if (again instanceof CompileError) {
      return new CompileError({ ...again.problem, file: path }, source);
    }
  }
  return error;
}
