import type { Batch } from "./batch.js";
import { located } from "./located.js";

/**
 * What does not hold as GitHub's workflow commands, which mark the notebook's file at the cell's line.
 *
 * @source GitHub's "Workflow commands for GitHub Actions", setting an error message
 * @param root the folder below which the files are named
 */
export function annotations(batch: Pick<Batch, "reports" | "errors">, root: string): string[] {
  return located(batch, root).map(({ file, line, text }) => {
    const name = escaped(file).replaceAll(":", "%3A").replaceAll(",", "%2C");
    return `::error file=${name},line=${line}::${escaped(text)}`;
  });
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
