import type { CellLanguage } from "../../notebook/index.js";
import type { Diagnostic } from "../compiler/compiler.js";

/** What the compiler has against a text: what stops it, and what its reader is only warned of. */
export interface Verdict<T> {
  problems: T[];
  warnings: T[];
}

/**
 * What keeps no cell from running that stock tslab would run: checks that its compiler, of 2023, did not make yet. A
 * regular expression is the matter of the Node that compiles it.
 */
const newer = (code: number) =>
  (code >= 1499 && code <= 1538) || // regular expressions
  code === 1540 || // `module M {}` for a namespace
  (code >= 2869 && code <= 2873) || // an operand that always or never counts
  code === 2880; // `import … assert { … }`

/** What is said of calls in JavaScript: a function takes as many arguments as it is given, as its `arguments` tell. */
const countsArguments = (code: number) => code === 2554 || code === 2555;

/** What no compiler before the native one said of JavaScript: `resolve()` of a promise, `new` of what returns an object. */
const ofTypedCodeAlone = ({ code }: Diagnostic) => code === 2810 || code === 2350;

/** That the global object has no property of a name: it has any that a cell gives it. */
const isOfGlobalObject = ({ code, text }: Diagnostic) =>
  code === 7017 && text.includes("'typeof globalThis'");

/**
 * Judges what a strict check has found where no tsconfig.json says how strict cells are: what the check of stock tslab
 * finds, too, stops a cell, and of the rest its reader is warned.
 *
 * @param loose what that check finds; asked only where the strict one has found something
 */
export function judged(
  strict: Diagnostic[],
  loose: () => Diagnostic[],
  language: CellLanguage = "typescript",
): Verdict<Diagnostic> {
  const isJavaScript = language === "javascript";
  const counts = (one: Diagnostic) =>
    !isOfGlobalObject(one) && !(isJavaScript && ofTypedCodeAlone(one));
  const found = strict.filter(counts);
  if (!found.length) return { problems: [], warnings: [] };
  const problems = loose()
    .filter(counts)
    .filter(({ code }) => !newer(code) && !(isJavaScript && countsArguments(code)));
  return problems.length ? { problems, warnings: [] } : { problems, warnings: found };
}
