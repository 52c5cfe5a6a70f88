import { type Displayable, jupyterDisplay, type MimeBundle } from "../num/index.js";
import { checkTraces, type Layout, type Trace } from "./plotly.js";
import { drawSvg } from "./svg.js";

export interface FigureSpec {
  /** Plotly traces: scatter, bar, heatmap, contour, surface. */
  data: Trace[];
  layout?: Layout;
  /** What the figure shows, in a phrase. */
  title: string;
  /** The same in a sentence, for who does not see it. */
  description: string;
  /** The key numbers, for plain text. */
  summary?: string;
}

/** A figure made once, as Plotly JSON; its static SVG is drawn from that JSON and holds nothing else. */
export class Figure implements Displayable {
  constructor(private readonly spec: FigureSpec) {}

  [jupyterDisplay](): MimeBundle {
    const { data, layout = {}, title, description } = this.spec;
    return {
      "application/vnd.plotly.v1+json": {
        data,
        layout: { title: { text: title }, meta: { description }, ...layout },
      },
      "image/svg+xml": drawSvg(this.spec),
      "text/plain": this.text(),
    };
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.text();
  }
  private text(): string {
    const { title, description, summary } = this.spec;
    return `Figure: ${title}. ${description}${summary ? `\n${summary}` : ""}`;
  }
}

/**
 * A figure from Plotly traces and layout.
 *
 * @throws RangeError or TypeError for a trace that cannot be drawn, naming it
 */
export function figure(spec: FigureSpec): Figure {
  checkTraces(spec.data);
  return new Figure(spec);
}
