export { createSession } from "./session.js";
export type { CellResult, Session, SessionOptions } from "./types.js";
