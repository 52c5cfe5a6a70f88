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

/** Where V8 found the code of a script wrong, which Node writes above the error's stack: counted from 0. */
export function scriptPlace(error: SyntaxError): { line: number; column: number } | undefined {
  const found = /^.*:(\d+)\n.*\n([ \t]*)\^/.exec(String(error.stack));
  return found ? { line: Number(found[1]) - 1, column: found[2].length } : undefined;
}
