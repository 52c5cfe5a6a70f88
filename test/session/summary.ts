import type { Output } from "../../src/notebook/index.js";

/** What of a cell's outputs two kernels can be held against. */
export interface Summary {
  value?: string;
  stdout: string;
  stderr: string;
  /** A thrown error's name and message, or the line and column of each message of the compiler. */
  error?: string;
}

/** What a cell of ours is warned of, and tslab's is not. */
const warnings = /^warning: [^]*?^The cell runs all the same\.[^\n]*\n/m;

/** The outputs of a cell of ours; columns count from 1, the lines of one message are taken once. */
export function summary(outputs: Output[]): Summary {
  const result: Summary = { stdout: "", stderr: "" };
  for (const output of outputs) {
    if (output.output_type === "stream") result[output.name] += output.text;
    else if (output.output_type === "execute_result") {
      result.value = String(output.data["text/plain"]);
    } else if (output.output_type === "error") {
      result.error =
        output.ename === "TypeScriptError"
          ? places(output.traceback.join("\n"))
          : `${output.ename}: ${output.evalue}`;
    }
  }
  result.stderr = result.stderr.replace(warnings, "");
  return result;
}

function places(traceback: string): string {
  const found = traceback.matchAll(/^(?:TypeScriptError: )?line (\d+), column (\d+):/gm);
  return [...new Set([...found].map(([, line, column]) => `${line}:${column}`))].join(" ");
}
