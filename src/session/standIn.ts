import { realpathSync } from "node:fs";
import { openChecker } from "./checker.js";
import { completeness } from "./completeness.js";
import { completeCode } from "./completion.js";
import { inspectCode } from "./inspection.js";
import { ownPackage } from "./ownPackage.js";
import { parseCell } from "./parse.js";
import { sourceFiles } from "./sourceFiles.js";
import { isAsked } from "./strictness.js";
import type { Session, SessionOptions } from "./types.js";

/** What a session answers without running anything. */
export interface StandIn extends Pick<Session, "complete" | "inspect" | "isComplete"> {
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
  const cwd = realpathSync(options.cwd);
  const root = realpathSync(options.root);
  const { core, language } = options;
  const files = sourceFiles(() => checker.dialect);
  const own = ownPackage(root);
  const strict = isAsked("strict", root, process.env);
  const checker = openChecker({ cwd, root, core, language, own, files, strict });
  return {
    keep: (code, names) => checker.keep(parseCell(code), names),
    complete: async (code, cursor) => checker.ask(() => completeCode(checker, code, cursor)),
    inspect: async (code, cursor, detail) =>
      checker.ask(() => inspectCode(checker, code, cursor, detail, root)),
    isComplete: async (code) => completeness(code),
  };
}
