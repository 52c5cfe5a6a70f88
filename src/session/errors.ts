import type { ErrorOutput } from "../notebook/index.js";
import { valueText } from "./bundle.js";
import type { Diagnostic } from "./tslab.js";

/** Where an error came about, as far as its text needs it. */
export interface ErrorPlace {
  /** The cell's number in its order of execution. */
  count: number;
  /** Folders whose absolute path must not stand in an output, with what stands for each instead. */
  folders: [path: string, shown: string][];
}

/** A thrown value as an nbformat error: no internal frames, no absolute paths. */
export function thrownError(thrown: unknown, place: ErrorPlace): ErrorOutput {
  if (!isErrorLike(thrown)) {
    const evalue = valueText(thrown);
    return { output_type: "error", ename: "Thrown", evalue, traceback: [`Thrown: ${evalue}`] };
  }
  const ename = String(thrown.name ?? "Error");
  const evalue = withoutFolders(String(thrown.message), place);
  const frames = String(thrown.stack)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .flatMap((line) => frame(line, place))
    .filter((line, i, all) => line !== all[i - 1]);
  return { output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`, ...frames] };
}

/** Errors of another realm fail `instanceof`. */
function isErrorLike(value: unknown): value is Record<"name" | "message" | "stack", unknown> {
  return typeof value === "object" && value !== null && "message" in value && "stack" in value;
}

const internal =
  /[(\s]node:|\/node_modules\/|\/(?:dist|src)\/(?:session\/|run\/(?:child|process)\.)/;

/** Cell frames name the cell, frames of the project keep their source position; all others go. */
function frame(line: string, place: ErrorPlace): string[] {
  if (line.includes("evalmachine.<anonymous>")) {
    // Positions there are those of the compiled cell, which nobody wrote.
    const name = /at (?:async )?([\w$.]+) \(/.exec(line)?.[1];
    return [name ? `    at ${name} (cell ${place.count})` : `    at cell ${place.count}`];
  }
  const shown = withoutFolders(line, place);
  return internal.test(line) || shown === line ? [] : [`    ${shown.trim()}`];
}

function withoutFolders(text: string, { folders }: ErrorPlace): string {
  return folders.reduce(
    (rest, [path, shown]) =>
      rest.replaceAll(`file://${path}/`, shown).replaceAll(`${path}/`, shown),
    text,
  );
}

/** Type errors as an nbformat error: line, column, the source line and a caret under the place. */
export function typeError(
  diagnostics: Diagnostic[],
  source: string,
  place: ErrorPlace,
): ErrorOutput {
  const lines = source.split("\n");
  const traceback = diagnostics.flatMap(({ start, messageText, fileName }, i) => {
    const text = withoutFolders(messageText, place);
    const before = diagnostics[i - 1];
    // The parts of one message come one after another, indented, with the same place.
    if (before && /^\s/.test(text) && before.fileName === fileName) return [`  ${text}`];
    const where = fileName ? `${fileName}, line` : "line";
    const message = `${where} ${start.line + 1}, column ${start.character + 1}: ${text}`;
    const line = fileName ? undefined : lines[start.line];
    return line === undefined
      ? [message]
      : [message, `    ${line}`, `    ${" ".repeat(start.character)}^`];
  });
  const evalue = traceback[0] ?? "the cell does not type-check";
  return {
    output_type: "error",
    ename: "TypeScriptError",
    evalue,
    traceback: [`TypeScriptError: ${evalue}`, ...traceback.slice(1)],
  };
}
