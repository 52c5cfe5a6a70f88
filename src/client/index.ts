export { startLocalKernel } from "./local/localKernel.js";
export type { Conversation, Lost } from "./messages/conversation.js";
export {
  type CellOutputs,
  type KernelSession,
  kernelSession,
  KernelStopped,
  type SessionLimits,
} from "./messages/kernelSession.js";
export { type Asked, findKernel, type InstalledKernel, KernelAbsent } from "./specs/kernelSpecs.js";
