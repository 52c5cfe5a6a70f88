import { inspect } from "node:util";
import type { ErrorOutput } from "../notebook/types.js";
import type { Diagnostic } from "./tslab.js";

/** A thrown value as an nbformat error: no internal frames, no absolute paths. */
export function thrownError(thrown: unknown, executionCount: number, root: string): ErrorOutput {
  if (!(thrown instanceof Error) && !isErrorLike(thrown)) {
    const text = inspect(thrown, { colors: false });
    return { output_type: "error", ename: "Thrown", evalue: text, traceback: [`Thrown: ${text}`] };
  }
  const error = thrown as Error;
  const head = `${error.name}: ${error.message}`;
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => frame(line, executionCount, root))
    .filter((line, i, all) => line !== undefined && line !== all[i - 1]);
  return {
    output_type: "error",
    ename: error.name,
    evalue: error.message,
    traceback: [head, ...(frames as string[])],
  };
}

/** Errors of a vm context or of another realm fail `instanceof`. */
function isErrorLike(value: unknown): boolean {
  return typeof value === "object" && value !== null && "message" in value && "stack" in value;
}

/** Cell frames say the cell; frames of the project keep their source position; all others go. */
function frame(line: string, executionCount: number, root: string): string | undefined {
  if (line.includes("evalmachine.<anonymous>")) {
    const fn = /at (?:async )?([\w$.]+) \(/.exec(line)?.[1];
    return fn ? `    at ${fn} (cell ${executionCount})` : `    at cell ${executionCount}`;
  }
  const path = line.replace("file://", "");
  if (line.includes("node:") || /\/(node_modules|dist\/session|src\/session)\//.test(path))
    return undefined;
  if (/\/(dist|src)\/run\/child\./.test(path)) return undefined;
  return path.includes(root) ? `    ${path.trim().replace(`${root}/`, "")}` : undefined;
}

/** Type errors as an nbformat error: line, column, the source line and a caret under the place. */
export function typeError(diagnostics: Diagnostic[], source: string): ErrorOutput {
  const lines = source.split("\n");
  const traceback = diagnostics.flatMap(({ start, messageText, fileName }) => {
    const place = `${fileName ? `${fileName}:` : "line "}${start.line + 1}:${start.character + 1}`;
    const message = `${place} - ${messageText}`;
    if (fileName || lines[start.line] === undefined) return [message];
    return [message, `    ${lines[start.line]}`, `    ${" ".repeat(start.character)}^`];
  });
  return {
    output_type: "error",
    ename: "TypeScriptError",
    evalue: traceback[0] ?? "the cell does not type-check",
    traceback,
  };
}
