import type { CellResult } from "../session/index.js";

/** From the parent to a notebook's process: open a session, or run a cell. */
export type Order =
  | { type: "open"; cwd: string; root: string; core?: string; maxOutput: number }
  | { type: "cell"; code: string; executionCount: number };

/** From a notebook's process to its parent. */
export type Answer =
  { type: "ready" } | { type: "result"; result: CellResult } | { type: "broken"; reason: string };

/** Whether a message is an answer and not something that a cell sent. */
export function isAnswer(message: unknown): message is Answer {
  const type = (message as { type?: unknown } | null)?.type;
  return type === "ready" || type === "result" || type === "broken";
}
