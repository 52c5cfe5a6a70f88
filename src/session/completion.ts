import type { Checker } from "./checker.js";
import type { Project, Symbol as CompilerSymbol } from "./compiler.js";
import { describe, kindOf, resolveName, target } from "./symbols.js";
import type { Completion, Completions } from "./types.js";

/** A name that may stand at the cursor. */
interface Candidate {
  name: string;
  kind: string;
  symbol?: CompilerSymbol;
}

/** Matches that are described; the others are only named. */
const described = 30;
const most = 500;

const keywords =
  "abstract as async await break case catch class const continue debugger declare default delete do else enum export extends false finally for from function get if implements import in infer instanceof interface is keyof let namespace new null of override private protected public readonly return satisfies set static super switch this throw true try type typeof undefined unique var void while yield".split(
    " ",
  );

/** Types of the standard library that are no values, and so are not found on the global object. */
const libraryTypes =
  "any Array ArrayLike AsyncIterable Awaited bigint boolean ConstructorParameters Exclude Extract InstanceType Iterable IterableIterator Iterator never NonNullable number object Omit Parameters Partial Pick PromiseLike PropertyKey Readonly ReadonlyArray ReadonlyMap ReadonlySet Record Required ReturnType string symbol unknown Uppercase Lowercase Capitalize".split(
    " ",
  );

/** What may stand at the cursor, best first, in place of the name that the cursor touches. */
export function completeCode(checker: Checker, code: string, cursor: number): Completions {
  const before = /[\p{ID_Continue}$]*$/u.exec(code.slice(0, cursor))?.[0] ?? "";
  const after = /^[\p{ID_Continue}$]*/u.exec(code.slice(cursor))?.[0] ?? "";
  const start = cursor - before.length;
  const { project, file } = checker.look(code);
  const candidates =
    ofCompiler(project, file, cursor) ??
    inSight(checker, project, file, code, cursor, before + after);
  const ranked = candidates
    .map((one, i) => ({ ...one, rank: rank(one.name, before), i }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .slice(0, most);
  const matches = ranked.map(({ name, kind, symbol }, i): Completion => {
    if (!symbol || i >= described) return { text: name, type: kind };
    const { signature, ...comment } = describe(project, symbol);
    const documentation = [comment.documentation, ...comment.tags].filter(Boolean).join("\n");
    return { text: name, type: kind, signature, ...(documentation ? { documentation } : {}) };
  });
  return { matches, start, end: cursor + after.length };
}

/** 0: begins with what was typed; 1: does so in another case; 2: holds it; 3: neither. */
function rank(name: string, typed: string): number {
  if (name.startsWith(typed)) return 0;
  const [lower, part] = [name.toLowerCase(), typed.toLowerCase()];
  return lower.startsWith(part) ? 1 : lower.includes(part) ? 2 : 3;
}

/** The compiler's own list, which it gives for members, imported names, properties and texts. */
function ofCompiler(project: Project, file: string, cursor: number): Candidate[] | undefined {
  let list;
  try {
    list = project.checker.getCompletionsAtPosition(file, cursor, { includeSymbol: true });
  } catch {
    // Where any name could stand it would have to look for names to import, for which its interface has no way yet.
    return undefined;
  }
  return [...(list?.entries ?? [])]
    .sort((a, b) => compare(a.sortText ?? "", b.sortText ?? "") || compare(a.name, b.name))
    .map(({ name, symbol }) => {
      const meant = symbol && target(project, symbol);
      const kind = meant ? kindOf(meant) : keywords.includes(name) ? "keyword" : "text";
      return { name, kind, symbol: meant };
    });
}

/** Names that mean something at the cursor: of the cell, of earlier cells, of the platform; then keywords. */
function inSight(
  checker: Checker,
  project: Project,
  file: string,
  code: string,
  cursor: number,
  typed: string,
): Candidate[] {
  const words: string[] = code.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
  const names = new Set([
    ...words.filter((word) => word !== typed || words.indexOf(word) !== words.lastIndexOf(word)),
    ...checker.archive.names(),
    ...Object.getOwnPropertyNames(globalThis).sort(),
    ...libraryTypes,
  ]);
  const candidates: Candidate[] = [];
  for (const name of names) {
    if (keywords.includes(name) || name.startsWith("__") || rank(name, typed) === 3) continue;
    const symbol = resolveName(project, name, file, cursor);
    if (symbol) candidates.push({ name, symbol, kind: kindOf(symbol) });
    else if (libraryTypes.includes(name)) candidates.push({ name, kind: "type" });
  }
  return [...candidates, ...keywords.map((name) => ({ name, kind: "keyword" }))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
