import type { Problem } from "./problem.js";

/** Why a text cannot become JavaScript, or that no code: with the place, as a type error has one. */
export class CompileError extends SyntaxError {
  /** @param source the whole text, from which the line is shown */
  constructor(
    readonly problem: Problem,
    readonly source: string,
  ) {
    super(problem.message);
  }
}

/** The place of an offset; line and column count from 0. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

/** The offset of a place, at the most the line's end. */
export function offsetAt(text: string, { line, column }: { line: number; column: number }): number {
  const lines = text.split("\n");
  const before = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  return before + Math.min(column, lines[line]?.length ?? 0);
}

/** Where V8 found the code of a script wrong, which Node writes above the error's stack: counted from 0. */
export function scriptPlace(error: SyntaxError): { line: number; column: number } | undefined {
  const found = /^.*:(\d+)\n.*\n( *)\^/.exec(String(error.stack));
  return found ? { line: Number(found[1]) - 1, column: found[2].length } : undefined;
}
