import type { Line } from "./heldLine.js";
import type { Inheritance, Snapshot } from "../../session/index.js";
import type { Publication } from "../wire/iopub.js";
import type { Header } from "../wire/wire.js";

/** A request that the cells' process answers. */
export interface Request {
  /** By which its answer is known. */
  id: number;
  header: Header;
  content: Record<string, unknown>;
  buffers: Uint8Array[];
  /** The number of the cell, of an execute_request. */
  executionCount: number;
  /** Whether it has passed the cell that runs. */
  early: boolean;
}

/** A cell that has run, and its variables that hold something. */
export interface KeptCell {
  code: string;
  names: string[];
}

/** The content of a reply: its status, and what belongs to it. */
export type Reply = Record<string, unknown> & { status: "ok" | "error" | "aborted" };

/** What a cell asks its reader. */
export interface Question {
  prompt: string;
  password: boolean;
  /** Whether it holds the cells' thread until it is answered: the keeper then takes the line. */
  holds: boolean;
}

/** From the sockets' process to the cells' process. */
export type ToCells =
  | { type: "request"; request: Request }
  | ({ type: "line" } & Line)
  | { type: "interrupt"; press: number }
  | { type: "inherit"; inheritance: Inheritance }
  | { type: "close" };

/** From the cells' process to the sockets' process. */
export type FromCells =
  | { type: "publish"; publication: Publication }
  | { type: "reply"; id: number; content: Record<string, unknown> }
  | { type: "too early"; id: number }
  | { type: "kept"; cell: KeptCell }
  | ({ type: "input" } & Question)
  | { type: "snapshot"; on: boolean; snapshot?: Snapshot }
  | { type: "restored" }
  | { type: "ready" }
  | { type: "interrupted" }
  | { type: "closing" }
  | { type: "closed" };

/** The reply to a request that cannot be answered. */
export function malformed(evalue: string): Reply {
  return { status: "error", ename: "RequestError", evalue, traceback: [evalue] };
}
