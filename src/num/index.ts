export * from "./check.js";
export * from "./close.js";
export * from "./display.js";
export * from "./gradcheck.js";
export * from "./random.js";
export * from "./rational.js";
export * from "./sum.js";
export * from "./tensor.js";
