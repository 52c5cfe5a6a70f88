import type { Context } from "./context.js";
import { escapeHtml } from "./escape.js";
import { figureTables } from "./figureData.js";
import { imageSvg, inlineSvg, svgWidth, svgWords } from "./svg.js";

/** A Plotly figure as far as a page looks into it. */
export interface Plot {
  data: Record<string, unknown>[];
  layout?: Record<string, unknown>;
}

export function isPlot(value: unknown): value is Plot {
  return typeof value === "object" && value !== null && Array.isArray((value as Plot).data);
}

/** A picture in place with its number, its words and its data, and a button that loads the interactive one. */
export function figureBlock(
  svg: string,
  plot: Plot | undefined,
  plain: string,
  context: Context,
): string {
  const number = context.next("figure");
  const anchor = context.anchor(`fig-${number}`);
  const title = plotTitle(plot) || svgWords(svg, "title") || "";
  const description = svgWords(svg, "desc") || plain;
  const inline = inlineSvg(svg, anchor);
  const label = [title, description].filter(Boolean).join(". ") || `Figure ${number}`;
  const picture = inline ? labelled(inline, label) : imageSvg(svg, label);
  const caption = title ? `${context.markdown.inline(title)}` : "";
  const wide = svgWidth(svg) > 700 ? " wide" : "";
  return (
    `<figure class="plot${wide}" id="${anchor}"><div class="picture">${picture}</div>` +
    `<figcaption><b>Figure ${number}</b>${caption}</figcaption>` +
    `${fold(description, plot)}${button(anchor, plot, context)}</figure>`
  );
}

/** A picture that is no figure of ours: a photograph, a plot of another library. */
export function imageBlock(src: string, alt: string, context: Context): string {
  const number = context.next("figure");
  const anchor = context.anchor(`fig-${number}`);
  const words = alt || `Picture ${number}, stored without a description`;
  return (
    `<figure class="plot" id="${anchor}"><div class="picture"><img src="${escapeHtml(src)}" alt="${escapeHtml(words)}"></div>` +
    `<figcaption><b>Figure ${number}</b>${alt ? escapeHtml(alt) : ""}</figcaption></figure>`
  );
}

function plotTitle(plot: Plot | undefined): string {
  const title = plot?.layout?.title;
  const text = typeof title === "string" ? title : (title as { text?: unknown })?.text;
  return typeof text === "string" ? text.replace(/<[^>]*>/g, "") : "";
}

/** A picture speaks as one image, with its own title and description or with the ones found for it. */
function labelled(svg: string, label: string): string {
  return svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    const role = / role="/.test(attributes) ? "" : ' role="img"';
    const name = / aria-label(?:ledby)?="/.test(attributes)
      ? ""
      : ` aria-label="${escapeHtml(label)}"`;
    return `<svg${attributes}${role}${name}>`;
  });
}

function fold(description: string, plot: Plot | undefined): string {
  const tables = plot ? figureTables(plot) : "";
  if (!description && !tables) return "";
  const words = description ? `<p>${escapeHtml(description)}</p>` : "";
  return `<details><summary>The figure in words${tables ? " and numbers" : ""}</summary>${words}${tables}</details>`;
}

function button(anchor: string, plot: Plot | undefined, context: Context): string {
  if (!plot) return "";
  const path = `figures/${context.slug}-${anchor}.js`;
  const json = JSON.stringify({ data: plot.data, layout: plot.layout ?? {} });
  context.figures.push({ path, content: `rederiveFigure(${JSON.stringify(anchor)}, ${json});\n` });
  return `<p class="ways"><button type="button" data-plot="${escapeHtml(path)}">Open the interactive figure</button></p>`;
}
