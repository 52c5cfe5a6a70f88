export type { Verified } from "../derive/records/verify.js";
export { brief } from "./brief.js";
export {
  answerQuestions,
  type GradingLimits,
  type LimitedProcess,
  type Outcome,
  startLimited,
} from "./limitedProcess.js";
export { type Memory, noMemory, openMemory } from "./memory.js";
export { residentMiB } from "./residentMiB.js";
export { verifyRecords } from "./verifyRecords.js";
export { watchParent } from "./watchParent.js";
