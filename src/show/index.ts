export * from "../derive/types.js";
export { derivation, ShownDerivation } from "./derivation.js";
export { Figure, figure, type FigureSpec } from "./figure.js";
export type { Annotation, Axis, Layout, Shape, Trace } from "./plotly.js";
export { show, toBundle } from "./show.js";
export { table, type TableOptions } from "./table.js";
