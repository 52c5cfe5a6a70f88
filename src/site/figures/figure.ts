import type { Context } from "../context/context.js";
import { escapeHtml } from "../html/escape.js";
import type { Plot } from "./plot.js";
import { figureTables } from "./figureData.js";
import { type Html, joinHtml, markup, vouchFor } from "../html/html.js";
import { imageSvg, inlineSvg, svgWidth, svgWords } from "../pictures/svg.js";

/** Pixels of the column of text: a wider picture goes into the margin, too. */
const columnWidth = 700;

/** A picture, the figure that it draws, and what of that a reader can open. */
export interface Drawn {
  svg: string;
  plot?: Plot;
  live?: Plot;
}

/** A picture in place with its number, its words and its data, and a button that loads the interactive one. */
export function figureBlock({ svg, plot, live }: Drawn, plain: string, context: Context): Html {
  const number = context.next("figure");
  const anchor = context.anchor(`fig-${number}`);
  const title = plotTitle(plot) || svgWords(svg, "title") || "";
  const description = svgWords(svg, "desc") || plain;
  const inline = inlineSvg(svg, anchor);
  const label = [title, description].filter(Boolean).join(". ") || `Figure ${number}`;
  const picture = inline ? labelled(inline, label) : imageSvg(svg, label);
  const caption = title ? context.markdown.inline(title) : "";
  const wide = svgWidth(svg) > columnWidth ? markup` wide` : "";
  return joinHtml([
    markup`<figure class="plot${wide}" id="${escapeHtml(anchor)}"><div class="picture">${picture}</div>`,
    markup`<figcaption><b>Figure ${number}</b>${caption}</figcaption>`,
    markup`${fold(description, plot)}${button(live, context)}</figure>`,
  ]);
}

/** A picture that is no figure of ours: a photograph, a plot of another library. */
export function imageBlock(src: string, alt: string, context: Context): Html {
  const number = context.next("figure");
  const anchor = context.anchor(`fig-${number}`);
  const words = alt || `Picture ${number}, stored without a description`;
  return joinHtml([
    markup`<figure class="plot" id="${escapeHtml(anchor)}"><div class="picture"><img src="${escapeHtml(src)}" alt="${escapeHtml(words)}"></div>`,
    markup`<figcaption><b>Figure ${number}</b>${alt ? escapeHtml(alt) : ""}</figcaption></figure>`,
  ]);
}

function plotTitle(plot: Plot | undefined): string {
  const title = plot?.layout?.title;
  const text = typeof title === "string" ? title : (title as { text?: unknown })?.text;
  return typeof text === "string" ? text.replace(/<[^<>]*>/g, "") : "";
}

/** A picture speaks as one image, with its own title and description or with the ones found for it. */
function labelled(svg: Html, label: string): Html {
  const named = svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    const role = / role="/.test(attributes) ? "" : ' role="img"';
    const name = / aria-label(?:ledby)?="/.test(attributes)
      ? ""
      : ` aria-label="${escapeHtml(label)}"`;
    return `<svg${attributes}${role}${name}>`;
  });
  return vouchFor(named);
}

function fold(description: string, plot: Plot | undefined): Html {
  const tables = plot ? figureTables(plot) : "";
  if (!description && !tables) return "";
  const words = description ? markup`<p>${escapeHtml(description)}</p>` : "";
  return markup`<details><summary>The figure in words${tables ? markup` and numbers` : ""}</summary>${words}${tables}</details>`;
}

/** The figure's own data stand in the page; only plotly.js is fetched when a reader asks. */
function button(plot: Plot | undefined, context: Context): Html {
  if (!plot) return "";
  context.interactive = true;
  const data = dataElement({ data: plot.data, layout: plot.layout ?? {} });
  return markup`<p class="ways"><button type="button" data-plot>Open the interactive figure</button></p>${data}`;
}

/** A value as JSON in an element that a browser neither shows nor runs, and that no text of the value can end. */
function dataElement(value: unknown): Html {
  const json = JSON.stringify(value).replace(/</g, "\\u003c");
  return markup`<script type="application/json">${vouchFor(json)}</script>`;
}
