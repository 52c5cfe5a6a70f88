import type { CellLanguage, ErrorOutput } from "../../notebook/index.js";
import type { CellResult } from "../../session/index.js";

/**
 * From the parent to a notebook's process: open a session, run a cell, tell which derivations the cells have made, or call what
 * is set for the end.
 */
export type Order =
  | {
      type: "open";
      cwd: string;
      root: string;
      core?: string;
      language: CellLanguage;
      maxOutput: number;
    }
  | { type: "cell"; code: string; executionCount: number }
  | { type: "derivations" }
  | { type: "inputs" }
  | { type: "close" };

/** From a notebook's process to its parent. */
export type Answer =
  | { type: "ready" }
  | { type: "result"; result: CellResult }
  | { type: "derivations"; begun: Begun[] }
  | { type: "inputs"; inputs: CellInputs[] }
  | { type: "closed"; failures: ErrorOutput[] }
  | { type: "broken"; reason: string };

/** A derivation as it stands at the end of a run, and the execution count of the cell that began it. */
export interface Begun {
  executionCount: number;
  derivation: { id: string; assumptions?: unknown; steps?: unknown[]; errata?: unknown[] };
}

/** What a cell took from outside, and no cell before it. */
export interface CellInputs {
  executionCount: number;
  /** Files that were read or imported, absolute. */
  files: string[];
  /** Specifiers of packages that were imported, directly or not. */
  packages: string[];
}

/** Whether a message is an answer and not something that a cell sent. */
export function isAnswer(message: unknown): message is Answer {
  const type = (message as { type?: unknown } | null)?.type;
  return ["ready", "result", "derivations", "inputs", "closed", "broken"].includes(type as string);
}
