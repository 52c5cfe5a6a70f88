export { drawConvLetters } from "./convLetters.js";
export type { ConvSizes } from "./convSizes.js";
export { drawConvViews } from "./convViews.js";
export { drawDepthwiseConv, drawGroupedConv } from "./depthwiseConv.js";
export { drawNetFlow } from "./netFlow.js";
export { drawReceptiveField, type FieldLayer } from "./receptiveField.js";
export { drawPointwiseConv, drawStandardConv } from "./standardConv.js";
