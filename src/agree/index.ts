export { type Agreement, agreementOf, type Held, type Made, type Remark } from "./agreement.js";
export { type Evidence, evidenceOf } from "./evidence.js";
export { type Finding, findingOf } from "./finding.js";
export { readEvidence } from "./readEvidence.js";
export { recheck } from "./recheck.js";
