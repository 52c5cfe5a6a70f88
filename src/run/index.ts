export { checkNotebook } from "./check.js";
export { loadNotebook, notebookFiles, writeWhole } from "./files.js";
export { defaultLimits, type Limits } from "./limits.js";
export { projectRoot } from "./project.js";
export { type Report, reportRow } from "./report.js";
export { runNotebook } from "./run.js";
