export { createSession } from "./session.js";
export { Interrupted } from "./interrupt/interrupted.js";
export type * from "./types.js";
export type * from "./snapshot/types.js";
export type { StandIn } from "./standIn.js";
export type { Obstacle } from "./interrupt/endCode.js";
export type { Span } from "./debug/tries.js";
export type { CodeSource } from "./run/debugView.js";
