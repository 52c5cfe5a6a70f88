import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { cellLine } from "../../notebook/index.js";
import type { Batch } from "./batch.js";

/**
 * What does not hold as GitHub's workflow commands, which mark the notebook's file at the cell's line.
 *
 * @source GitHub's "Workflow commands for GitHub Actions", setting an error message
 * @param root the folder below which the files are named
 */
export function annotations({ reports, errors }: Batch, root: string): string[] {
  const file = (path: string) => relative(root, resolve(path)).replaceAll("\\", "/");
  const found = reports.flatMap(({ path, problems }) => {
    const text = problems.length && existsSync(path) ? readFileSync(path, "utf8") : "{}";
    return problems.map((problem) => {
      const line = problem.cell === undefined ? undefined : cellLine(text, problem.cell);
      return command({ file: file(path), line }, problem.text);
    });
  });
  return [...found, ...errors.map(({ path, message }) => command({ file: file(path) }, message))];
}

function command({ file, line = 1 }: { file: string; line?: number }, message: string): string {
  const name = escaped(file).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::error file=${name},line=${line}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
