import { inspect } from "node:util";
import type { ErrorOutput } from "../../notebook/index.js";
import { CompileError } from "../text/compileError.js";
import { type ErrorLike, errorLines, isErrorLike } from "./errorText.js";
import { withoutFolders } from "./frames.js";
import { guarded, isInterruption } from "../interrupt/guard.js";
import { Interrupted } from "../interrupt/interrupted.js";
import type { Problem } from "../text/problem.js";
import { valueText } from "../forms/valueText.js";

/**
 * A thrown value as an nbformat error: no internal frames, no absolute paths.
 *
 * @throws what ends a loop in the value's own getters or methods
 */
export function thrownError(thrown: unknown, folders: [string, string][]): ErrorOutput {
  return guarded(() => errorOf(thrown, folders));
}

function errorOf(thrown: unknown, folders: [string, string][]): ErrorOutput {
  if (Interrupted.is(thrown) || isInterruption(thrown)) {
    const evalue = "the cell was interrupted";
    return error("Interrupted", evalue, [`Interrupted: ${evalue}`]);
  }
  if (thrown instanceof CompileError) {
    const lines = placed([thrown.problem], thrown.source, folders, true);
    return error("SyntaxError", lines[0], [`SyntaxError: ${lines[0]}`, ...lines.slice(1)]);
  }
  try {
    if (isErrorLike(thrown)) return shownError(thrown, folders);
  } catch {
    // It is a proxy or has getters that throw: what can be shown of it is shown as of any value.
  }
  const evalue = typeof thrown === "string" ? inspect(thrown) : valueText(thrown);
  return error("Thrown", evalue, [`Thrown: ${evalue}`]);
}

function shownError(thrown: ErrorLike, folders: [string, string][]): ErrorOutput {
  const ename = String(thrown.name ?? "Error");
  const evalue = withoutFolders(String(thrown.message), folders);
  const [rest, ...lines] = errorLines(thrown, folders);
  return error(ename, evalue, [`${ename}: ${evalue}${rest}`, ...lines]);
}

/**
 * Type errors as an nbformat error: line, column, the source line and a caret under the place.
 *
 * @param cure says what can be done
 */
export function typeError(
  problems: Problem[],
  source: string,
  folders: [string, string][],
  cure?: string,
): ErrorOutput {
  const traceback = placed(problems, source, folders);
  const evalue = traceback[0] ?? "the cell does not type-check";
  const behind = [...traceback.slice(1), ...(cure ? [cure] : [])];
  return error("TypeScriptError", evalue, [`TypeScriptError: ${evalue}`, ...behind]);
}

/** What a cell's reader is warned of, in the words and at the places of type errors. */
export function typeWarnings(
  problems: Problem[],
  source: string,
  folders: [string, string][],
): string {
  const text = problems.map((one) => `warning: ${placed([one], source, folders).join("\n")}\n`);
  return text.join("");
}

/** @param inFile whether the source is that of the file that a problem names, and not the cell's */
function placed(
  problems: Problem[],
  source: string,
  folders: [string, string][],
  inFile = false,
): string[] {
  const lines = source.split("\n");
  return problems.flatMap(({ line, column, message, file, text: ofFile }) => {
    const where = file ? `${withoutFolders(file, folders)}, line` : "line";
    const said = withoutFolders(message, folders).split("\n");
    const first = `${where} ${line + 1}, column ${column + 1}: ${said[0]}`;
    const text = file && !inFile ? ofFile : lines[line];
    return [first, ...said.slice(1), ...(text === undefined ? [] : place(text, column))];
  });
}

/** Characters of a source line that are shown, two lines of a terminal; of a longer one those around the place. */
const widest = 200;

/** A source line with a caret under a place of it. */
function place(line: string, column: number): string[] {
  const from = line.length <= widest ? 0 : Math.max(0, column - widest / 2);
  const [before, after] = [from > 0 ? "…" : "", from + widest < line.length ? "…" : ""];
  const text = before + line.slice(from, from + widest) + after;
  return [`    ${text}`, `    ${caretUnder(text, column - from + before.length)}`];
}

/** Tabs stay tabs, so that the caret stands under its character however wide they are. */
function caretUnder(text: string, column: number): string {
  return `${text.slice(0, column).replace(/[^\t]/g, " ")}^`;
}

function error(ename: string, evalue: string, traceback: string[]): ErrorOutput {
  return { output_type: "error", ename, evalue, traceback };
}
