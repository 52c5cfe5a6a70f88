import { isBuiltin } from "node:module";
import type { Diagnostic } from "./compiler.js";
import { isOfLaterNode } from "./libraries.js";
import { missingOf } from "./missing.js";

const { node } = process.versions;

/** The compiler's advice, by which no Node gets what it has not. */
const advice = / Do you need to change your target library\?.*$/;

/**
 * What is said of a diagnostic where the names in sight are those of this Node: one that only newer ones have is none to
 * ask the compiler for.
 *
 * @param message the compiler's own, in one or more lines
 */
export function saidOfNode(message: string, diagnostic: Diagnostic): string {
  const missing = missingOf(diagnostic);
  if (missing?.kind === "module" && missing.specifier.startsWith("node:")) {
    const { specifier } = missing;
    return isBuiltin(specifier) ? message : `Node ${node} has no module '${specifier}'.`;
  }
  const told = message.replace(advice, "");
  const isLater =
    told !== message ||
    (missing?.kind === "name" && isOfLaterNode(missing.name)) ||
    (missing?.kind === "member" && isOfLaterNode(missing.name, missing.type));
  return isLater ? `${told} Newer versions of Node have it, ${node} does not.` : message;
}
