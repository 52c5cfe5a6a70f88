import type { DerivationJSON } from "../derive/types.js";
import { isDerivation } from "../agree/index.js";
import { type MimeData, type Output, storedDerivation } from "../notebook/index.js";
import type { Context } from "./context.js";
import { escapeHtml } from "./escape.js";
import { figureBlock, imageBlock, isPlot } from "./figure.js";
import { type Html, markup } from "./html.js";
import { sanitise } from "./sanitise.js";
import { summaryBlock, summaryMime } from "./summary.js";

/** What one output becomes: a result below its code, or a block of its own. */
export type Shown =
  | { kind: "result" | "block" | "figure"; html: Html }
  | { kind: "derivation"; derivation: DerivationJSON };

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
  const derivation = storedDerivation(data);
  if (isDerivation(derivation)) return { kind: "derivation", derivation };
  if (derivation !== undefined) context.warn("its record holds no derivation");
  const summary = summaryBlock(data[summaryMime]);
  if (summary) return { kind: "block", html: markup`<div class="prose html">${summary}</div>` };
  const plain = text(data["text/plain"]) ?? "";
  const svg = text(data["image/svg+xml"]);
  const plot = data["application/vnd.plotly.v1+json"];
  if (svg) {
    const html = figureBlock(svg, isPlot(plot) ? plot : undefined, plain, context);
    return { kind: "figure", html };
  }
  const html = text(data["text/html"]);
  const clean = html ? sanitise(html, context.picture) : "";
  if (clean.trim()) return { kind: "block", html: markup`<div class="prose html">${clean}</div>` };
  const latex = text(data["text/latex"]);
  if (latex) return { kind: "result", html: typeset(latex, context) };
  for (const type of ["image/png", "image/jpeg", "image/gif", "image/webp"]) {
    const base64 = text(data[type])?.replace(/\s/g, "");
    if (base64 && /^[A-Za-z0-9+/=]+$/.test(base64)) {
      const alt = /^<[\w.\s,=:-]*>$/.test(plain) ? "" : plain.slice(0, 300);
      return { kind: "figure", html: imageBlock(`data:${type};base64,${base64}`, alt, context) };
    }
  }
  const markdown = text(data["text/markdown"]);
  if (markdown) return { kind: "block", html: markdownHtml(markdown, context) };
  if (plain) return { kind: "result", html: plainHtml(plain) };
  const json = Object.entries(data).find(([type]) => /[/+]json$/.test(type));
  return (
    json && {
      kind: "result",
      html: markup`<pre>${escapeHtml(JSON.stringify(json[1], null, 2))}</pre>`,
    }
  );
}

/** Text of a media type, whether it is stored whole or in lines. */
function text(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Array.isArray(value) && value.every((line) => typeof line === "string")
    ? value.join("")
    : undefined;
}

/** `text/latex` carries its own dollars. */
function typeset(latex: string, context: Context): Html {
  const bare = latex
    .trim()
    .replace(/^(\$\$?|\\\[|\\\()/, "")
    .replace(/(\$\$?|\\\]|\\\))$/, "");
  if (/\$/.test(bare)) return context.markdown.inline(latex);
  return markup`<div class="formula">${context.maths.display(bare.replace(/^\\displaystyle\s*/, ""))}</div>`;
}

function markdownHtml(source: string, context: Context): Html {
  const parts = context.markdown
    .pieces(source, context.picture)
    .map((piece) =>
      piece.kind === "equation"
        ? markup`<div class="formula">${context.maths.display(piece.tex)}</div>`
        : piece.html,
    );
  return markup`<div class="prose">${parts}</div>`;
}

function plainHtml(plain: string): Html {
  const one = plain.trim();
  if (/^-?[\d.,/]+(e[+-]?\d+)?$/i.test(one))
    return markup`<p class="number">${escapeHtml(one.replace("-", "−"))}</p>`;
  const text = plainText(plain).replace(/\n$/, "");
  return markup`<pre${text.includes("\n") ? "" : markup` class="one"`}>${escapeHtml(text)}</pre>`;
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

/** Text without the terminal's colours, control characters and overwritten lines. */
function plainText(content: string): string {
  return content
    .replace(/\u001b\[[0-9;?]*[A-Za-z]|\u001b\][^\u0007]*\u0007/g, "")
    .replace(/[^\n]*\r(?!\n)/g, "")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}
