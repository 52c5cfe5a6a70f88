import { type OwnPackage, ownPackage } from "../project/index.js";
import { type Checker, openChecker } from "./check/checker.js";
import { completeCode } from "./check/completion.js";
import { inspectCode } from "./check/inspection.js";
import { isAsked } from "./check/strictness.js";
import { givenTypes } from "./given/givenTypes.js";
import { type SourceFiles, sourceFiles } from "./script/sourceFiles.js";
import { completeness } from "./text/completeness.js";
import type { Session, SessionOptions } from "./types.js";

/** What frontends ask of the cells' texts, without running any. */
export type Questions = Pick<Session, "complete" | "inspect" | "isComplete">;

/** What is known of the cells before any has run. */
export interface CompilerView {
  own: OwnPackage | undefined;
  files: SourceFiles;
  strict: boolean;
  checker: Checker;
  questions: Questions;
}

/**
 * Opens the compiler's view of the cells of a session, or of what answers in its place.
 *
 * @param options with folders whose links are followed
 */
export function openCompilerView(
  options: Pick<SessionOptions, "cwd" | "root" | "core" | "language" | "interruptible">,
): CompilerView {
  const { cwd, root, core, language, interruptible: shared } = options;
  const own = ownPackage(root);
  const files = sourceFiles((source) => checker.dialect(source));
  const strict = isAsked("strict", root, process.env);
  const project = { cwd, core, own, language, shared, given: givenTypes };
  const checker = openChecker({ ...project, root, files, strict });
  const questions: Questions = {
    complete: async (code, cursor) => checker.ask(() => completeCode(checker, code, cursor)),
    inspect: async (code, cursor, detail) =>
      checker.ask(() => inspectCode(checker, code, cursor, detail, root)),
    isComplete: async (code) => completeness(code),
  };
  return { own, files, strict, checker, questions };
}
