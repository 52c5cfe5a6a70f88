export { type Agreement, agreementOf, type Held, type Made, type Remark } from "./agreement.js";
export { isDerivation } from "./isDerivation.js";
export { type Finding, findingOf } from "./finding.js";
