export { createSession } from "./session.js";
export type * from "./types.js";
