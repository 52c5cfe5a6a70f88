export { createSession } from "./session.js";
export { terminateMainThread } from "./terminate.js";
export type * from "./types.js";
