import { realpathSync } from "node:fs";
import { openCompilerView, type Questions } from "./compilerView.js";
import { parseCell } from "./text/parse.js";
import type { SessionOptions } from "./types.js";

/** What a session answers without running anything. */
export interface StandIn extends Questions {
  /** Takes note of a cell that the session has run, and of its variables that hold something. */
  keep(code: string, names: string[]): void;
}

/**
 * Answers in a session's place what frontends ask of names, while the session's own thread is held: by the texts of the
 * cells that it has run, and a compiler beside its own.
 */
export function openStandIn(
  options: Pick<SessionOptions, "cwd" | "root" | "core" | "language">,
): StandIn {
  const [cwd, root] = [options.cwd, options.root].map((folder) => realpathSync(folder));
  const { checker, questions } = openCompilerView({ ...options, cwd, root });
  return { ...questions, keep: (code, names) => checker.keep(parseCell(code), names) };
}
