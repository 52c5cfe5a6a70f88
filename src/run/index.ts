export { acrossNotebooks } from "./reports/across.js";
export { checkNotebook } from "./check.js";
export { type OnCell } from "./execute.js";
export { loadNotebook } from "./files/files.js";
export { defaultLimits, type Limits } from "./process/limits.js";
export { type Freshness, storedFreshness } from "./freshness.js";
export { verifyNotebooks } from "./reports/records.js";
export { type Problem, type Report, reportRow } from "./reports/report.js";
export { runNotebook } from "./run.js";
