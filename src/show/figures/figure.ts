import { type Displayable, jupyterDisplay, type MimeBundle } from "../../num/display.js";
import { checkFigure } from "./checkFigure.js";
import { figureText } from "./figureText.js";
import type { Layout, Trace } from "../spec/plotly.js";
import { escapeXml, plainWords } from "../richText.js";
import type { FigureSpec } from "./figureSpec.js";
import { figureSvg } from "../svg/figureSvg.js";

/** A figure: one Plotly description, and the static picture drawn from it. */
export interface Figure extends Displayable {
  readonly data: readonly Trace[];
  readonly layout: Layout;
  readonly title: string;
  readonly description: string;
  /** Title and key numbers, as a kernel without pictures prints them. */
  readonly text: string;
  /** The picture, drawn without a browser from `data` and `layout` alone. */
  readonly svg: string;
}

/** Media type of a Plotly figure. */
export const plotlyMime = "application/vnd.plotly.v1+json";

/** What a data URI in an attribute need not encode. */
const readable = /%(?:20|2C|2F|3A|3B|3D|3F|40)/g;

/**
 * The picture as an image of HTML. In a notebook that is not trusted JupyterLab draws no SVG, and nbconvert forgets what
 * an SVG says of itself; both keep an image and the words that stand for it.
 */
function pictureHtml(svg: string, title: string, description: string): string {
  const words = escapeXml(plainWords(`${title}. ${description}`));
  const whole = svg.replace(/\p{Surrogate}/gu, "\ufffd"); // half a character has no code
  const data = encodeURIComponent(whole).replace(readable, decodeURIComponent);
  return `<img alt="${words}" src="data:image/svg+xml,${data}">`;
}

/**
 * A figure from Plotly's own description, with its static SVG and its key numbers in words.
 *
 * @param spec data and layout in Plotly's words, a title, a description for those who do not see it, key numbers
 * @returns a figure that displays as Plotly JSON, SVG, HTML and plain text
 * @throws TypeError or RangeError that names the entry which cannot be drawn
 */
export function figure(spec: FigureSpec): Figure {
  const { data, layout, title, description } = checkFigure(spec);
  const text = figureText(title, spec.summary, data);
  const full: Layout = {
    ...layout,
    // A drawing leaves no margin: Plotly is to make room for its title.
    title: { text: title, ...(layout.margin?.t === 0 && { automargin: true }) },
    meta: { description, summary: text.split("\n").slice(1) },
  };
  let picture: string | undefined;
  return {
    data,
    layout: full,
    title,
    description,
    text,
    get svg() {
      return (picture ??= figureSvg(data, full));
    },
    [jupyterDisplay](): MimeBundle {
      return {
        [plotlyMime]: { data, layout: full },
        "image/svg+xml": this.svg,
        "text/html": pictureHtml(this.svg, title, description),
        "text/plain": text,
      };
    },
    [Symbol.for("nodejs.util.inspect.custom")](): string {
      return text;
    },
  } as Figure;
}
