import type { MimeData } from "../../notebook/index.js";
import type { Context } from "../context/context.js";
import { escapeHtml, textOf } from "../html/escape.js";
import { figureBlock, imageBlock } from "./figure.js";
import { isPlot } from "./plot.js";
import { type Html, markup } from "../html/html.js";
import { brief } from "../html/leftOut.js";
import { offlinePlot } from "./offlinePlot.js";
import { pictureOf, storedPicture } from "../pictures/picture.js";
import { plainText } from "../html/plainText.js";
import { sanitise } from "../prose/sanitise.js";

/** An output as it stands in a page. */
export interface Form {
  kind: "result" | "block" | "figure";
  html: Html;
}

/** The richest form of an output that a page can hold; what it cannot hold is added to `missing`. */
export function richest(data: MimeData, missing: string[], context: Context): Form | undefined {
  const plain = text(data["text/plain"]) ?? "";
  const form =
    picture(data, plain, missing, context) ??
    words(data, missing, context) ??
    stored(data, plain, missing, context) ??
    markdown(data, context);
  if (form) return form;
  const shownBelow = ["text/plain", "text/html", "application/json", "image/svg+xml", ...pictures];
  for (const type of Object.keys(data)) if (!shownBelow.includes(type)) missing.push(type);
  if (plain) return { kind: "result", html: plainHtml(plain) };
  const json = data["application/json"];
  if (json === undefined) return undefined;
  return {
    kind: "result",
    html: markup`<pre>${escapeHtml(JSON.stringify(json, null, 2))}</pre>`,
  };
}

function picture(
  data: MimeData,
  plain: string,
  missing: string[],
  context: Context,
): Form | undefined {
  const svg = text(data["image/svg+xml"]);
  if (!svg) return undefined;
  const found = pictureOf("image/svg+xml", Buffer.from(svg));
  if ("refused" in found) {
    missing.push(`image/svg+xml: ${found.refused}`);
    return undefined;
  }
  const figure = data["application/vnd.plotly.v1+json"];
  const plot = isPlot(figure) ? figure : undefined;
  const live = plot && offlinePlot(plot);
  for (const one of [...found.missing, ...(live?.missing ?? [])]) missing.push(one);
  const html = figureBlock({ svg, plot, live: live?.plot }, plain, context);
  return { kind: "figure", html };
}

/** HTML and TeX. Of HTML that is nothing without its script, or a film, only the name is told. */
function words(data: MimeData, missing: string[], context: Context): Form | undefined {
  const html = text(data["text/html"]);
  if (html) {
    const clean = sanitise(html, context.picture, context.link);
    for (const one of clean.refused) context.warn(`left out: ${one}`);
    if (clean.html.includes("<img") || textOf(clean.html).trim()) {
      for (const one of clean.dropped) missing.push(one);
      return { kind: "block", html: markup`<div class="prose html">${clean.html}</div>` };
    }
    missing.push(`text/html (${brief(clean.dropped).join(", ") || "without words"})`);
  }
  const latex = text(data["text/latex"]);
  return latex ? { kind: "result", html: typeset(latex, context) } : undefined;
}

/** Characters of the words in place of a picture: who listens to a page hears all of them. */
const longestAlt = 300;

const pictures = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];

function stored(
  data: MimeData,
  plain: string,
  missing: string[],
  context: Context,
): Form | undefined {
  for (const type of pictures) {
    const base64 = text(data[type]);
    if (base64 === undefined) continue;
    const found = storedPicture(type, base64);
    if ("data" in found) {
      const alt = /^<[\w.\s,=:-]*>$/.test(plain) ? "" : plain.slice(0, longestAlt);
      return { kind: "figure", html: imageBlock(found.data, alt, context) };
    }
    missing.push(`${type}: ${found.refused}`);
  }
  return undefined;
}

function markdown(data: MimeData, context: Context): Form | undefined {
  const source = text(data["text/markdown"]);
  return source ? { kind: "block", html: markdownHtml(source, context) } : undefined;
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
