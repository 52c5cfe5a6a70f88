/** A Plotly figure as far as a page looks into it. */
export interface Plot {
  data: Record<string, unknown>[];
  layout?: Record<string, unknown>;
}

export function isPlot(value: unknown): value is Plot {
  const data = (value as Plot | null)?.data;
  return Array.isArray(data) && data.every((one) => typeof one === "object" && one !== null);
}
