import { type DerivationJSON, summaryMime } from "../../record/index.js";
import { type MimeData, type Output, storedDerivation } from "../../notebook/index.js";
import type { Context } from "../context/context.js";
import { escapeHtml } from "../html/escape.js";
import { type Html, markup } from "../html/html.js";
import { brief, leftOut } from "../html/leftOut.js";
import { plainText } from "../html/plainText.js";
import { type Form, richest } from "../figures/richest.js";
import { summaryBlock } from "../claims/summary.js";

/** What one output becomes: a result below its code, or a block of its own. */
export type Shown = Form | { kind: "derivation"; derivation: DerivationJSON };

/** Shows an output in the richest form that is safe; plain text comes last. */
export function showOutput(output: Output, context: Context): Shown | undefined {
  if (output.output_type === "stream") return stream(output.name, output.text);
  if (output.output_type === "error") {
    context.fail(`the stored output is an error: ${output.ename}: ${plainText(output.evalue)}`);
    return { kind: "result", html: errorHtml(output.ename, output.evalue, output.traceback) };
  }
  return bundle(output.data, context);
}

function bundle(data: MimeData, context: Context): Shown | undefined {
  const record = storedDerivation(data);
  if (record !== undefined) return derivationShown(record, context);
  const summary = summaryBlock(data[summaryMime], context.found);
  if (summary?.problem) context.fail(summary.problem);
  if (summary)
    return { kind: "block", html: markup`<div class="prose html">${summary.html}</div>` };
  const missing: string[] = [];
  const shown = richest(data, missing, context);
  for (const thing of brief(missing)) context.warn(`left out: ${thing}`);
  const note = leftOut(missing);
  if (!note) return shown;
  return { kind: shown?.kind ?? "result", html: markup`${shown?.html ?? ""}${note}` };
}

/** A derivation as it is found when it is graded again; one that cannot be is named, and nothing of it is shown. */
function derivationShown(record: unknown, { verify }: Context): Shown {
  const { id, derivation, problems } = verify(record);
  if (derivation) return { kind: "derivation", derivation };
  const [name, why] = [id || "a derivation", problems.join("; ")].map(escapeHtml);
  const html = markup`<p class="failed"><code>${name}</code>: not checked. It ${why}</p>`;
  return { kind: "block", html };
}

function stream(name: string, content: string): Shown | undefined {
  const clean = plainText(content).replace(/\n$/, "");
  if (!clean) return undefined;
  const label = name === "stderr" ? markup`<p class="label">Standard error</p>` : "";
  return { kind: "result", html: markup`${label}<pre>${escapeHtml(clean)}</pre>` };
}

function errorHtml(name: string, value: string, traceback: string[]): Html {
  const trace = plainText(traceback.join("\n"));
  const head = escapeHtml([name, plainText(value)].filter(Boolean).join(": "));
  const where = trace
    ? markup`<details><summary>Where it failed</summary><pre>${escapeHtml(trace)}</pre></details>`
    : "";
  return markup`<p class="failed">This cell failed</p><pre>${head}</pre>${where}`;
}
