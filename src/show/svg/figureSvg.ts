import type { Layout, Trace } from "../plotly.js";
import { escapeXml, plainWords } from "../richText.js";

export function figureSvg(_data: readonly Trace[], layout: Layout): string {
  const title = typeof layout.title === "string" ? layout.title : (layout.title?.text ?? "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" role="img"><title>${escapeXml(plainWords(title))}</title></svg>`;
}
