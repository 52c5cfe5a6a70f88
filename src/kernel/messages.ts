import type { Publication } from "./iopub.js";
import type { Header } from "./wire.js";

/** A request that the cells' thread answers. */
export interface Request {
  header: Header;
  content: Record<string, unknown>;
  buffers: Uint8Array[];
  /** The number of the cell, of an execute_request. */
  executionCount: number;
}

/** The content of a reply: its status, and what belongs to it. */
export type Reply = Record<string, unknown> & { status: "ok" | "error" | "aborted" };

/** From the sockets' thread to the cells' thread. */
export type ToCells =
  | { type: "request"; request: Request }
  | { type: "input"; value: string }
  | { type: "no-input"; reason: string }
  | { type: "interrupt" }
  | { type: "yield-sigint" }
  | { type: "close" };

/** From the cells' thread to the sockets' thread. */
export type FromCells =
  | { type: "publish"; publication: Publication }
  | { type: "reply"; content: Record<string, unknown> }
  | { type: "input"; prompt: string; password: boolean }
  | { type: "ready" }
  | { type: "interrupted" }
  | { type: "closed" };

/** What the sockets' thread starts with. */
export interface SocketsData {
  connectionFile: string;
  parent: number;
  /** Shared with the session: what of it may be ended, see `SessionOptions`. */
  interruptible: Int32Array;
}
