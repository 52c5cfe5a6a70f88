export * from "./engine/atOnce.js";
export * from "./num/index.js";
export * from "./conv/index.js";
export * from "./nn/index.js";
export * from "./prob/index.js";
export * from "./show/index.js";
