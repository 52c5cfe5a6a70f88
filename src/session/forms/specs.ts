import type { MimeData } from "../../notebook/index.js";
import { isRecord, type Probe } from "./probe.js";

/** The newest version of each grammar that JupyterLab draws; it draws what is newer by it, and says so. */
const newest: Record<string, number> = { vega: 5, "vega-lite": 5 };

/** Traces that Plotly draws, by the names of their types. */
const traces =
  /^(?:scatter(?:gl|3d|geo|map|mapbox|polar|polargl|ternary|carpet|smith)?|bar(?:polar)?|box|violin|histogram(?:2d|2dcontour)?|heatmap(?:gl)?|contour(?:carpet)?|surface|mesh3d|cone|streamtube|volume|isosurface|pie|sunburst|treemap|icicle|funnel(?:area)?|waterfall|indicator|table|sankey|candlestick|ohlc|choropleth(?:map|mapbox)?|density(?:map|mapbox)|parcoords|parcats|splom|carpet|image|pointcloud)$/;

/** A chart that is described by a grammar: Vega, Vega-Lite, Plotly. */
export async function chartForm(chart: Probe, value: unknown): Promise<MimeData | undefined> {
  const given = await chart.call("toSpec");
  const spec = isRecord(given) ? given : value;
  if (!isRecord(spec)) return undefined;
  return vegaForm(spec, spec === given ? "vega-lite" : undefined) ?? plotlyForm(spec);
}

function vegaForm(spec: Record<string, unknown>, unnamed?: string): MimeData | undefined {
  const schema = typeof spec.$schema === "string" ? spec.$schema : "";
  const [, named, version] = /\/schema\/(vega|vega-lite)\/v(\d+)/.exec(schema) ?? [];
  const grammar = named ?? unnamed;
  if (!grammar) return undefined;
  const drawn = Math.min(Number(version ?? newest[grammar]), newest[grammar]);
  const type = `application/vnd.${grammar.replace("-", "")}.v${drawn}+json`;
  return { [type]: spec };
}

/** Plotly's own description: nothing but its parts, and in `data` nothing but traces. */
function plotlyForm(spec: Record<string, unknown>): MimeData | undefined {
  const { data, layout = {} } = spec;
  if (!Object.keys(spec).every((key) => ["data", "layout", "frames", "config"].includes(key)))
    return;
  if (!Array.isArray(data) || !data.length || !isRecord(layout)) return undefined;
  const isTrace = (one: unknown) =>
    isRecord(one) &&
    (typeof one.type === "string"
      ? traces.test(one.type)
      : "layout" in spec && ("x" in one || "y" in one));
  if (!data.every(isTrace)) return undefined;
  return { "application/vnd.plotly.v1+json": { ...spec, layout } };
}
