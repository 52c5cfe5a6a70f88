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
export { type ServerPool, serverPool } from "./server/pool.js";
export { kernelServer, type KernelServer, ServerFault } from "./server/server.js";
export { startServerKernel } from "./server/serverKernel.js";
