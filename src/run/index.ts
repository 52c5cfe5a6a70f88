export { acrossNotebooks } from "./across.js";
export { checkNotebook } from "./check.js";
export { type OnCell } from "./execute.js";
export { loadNotebook, notebookFiles } from "./files.js";
export { defaultLimits, type Limits } from "./limits.js";
export { type Freshness, storedFreshness } from "./freshness.js";
export { verifyNotebooks } from "./records.js";
export { type Problem, type Report, reportRow } from "./report.js";
export { runNotebook } from "./run.js";
