import type { Checker } from "./checker.js";
import type { Project, Symbol as CompilerSymbol } from "../compiler/compiler.js";
import { describe, kindOf, resolveName, target } from "../compiler/symbols.js";
import { touched } from "../text/touched.js";
import type { Completion, Completions } from "../types.js";

/** A name that may stand at the cursor. */
interface Candidate {
  name: string;
  kind: string;
  symbol?: CompilerSymbol;
}

/** Matches that are described; the others are only named. */
const described = 30;
/** Matches that are named: a longer list is no help, and takes a client long to draw. */
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
  const view = checker.look(code);
  const listed = ofCompiler(view.project, view.file, cursor);
  const { start, end, before, whole } = touched(code, cursor, listed !== undefined);
  const literals = listed || whole ? [] : literalsAt(checker, code, cursor);
  const { project, file } = literals.length ? checker.look(code) : view;
  const candidates = listed ?? [
    ...literals,
    ...inSight(checker, project, file, code, cursor, whole),
  ];
  const ranked = candidates
    .map((one, i) => ({ ...one, rank: rank(one.name, before), fit: rank(one.name, whole), i }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.fit - b.fit || a.rank - b.rank || a.i - b.i)
    .slice(0, most);
  const matches = ranked.map(({ name, kind, symbol }, i): Completion => {
    if (!symbol || i >= described) return { text: name, type: kind };
    const { signature, ...comment } = describe(project, symbol);
    const documentation = [comment.documentation, ...comment.tags].filter(Boolean).join("\n");
    return { text: name, type: kind, signature, ...(documentation ? { documentation } : {}) };
  });
  return { matches, start, end };
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
    .filter(({ insertText }) => !insertText?.startsWith("[")) // would stand in place of the dot, too
    .map(({ name: shown, insertText, symbol }) => {
      const name = insertText && /^["'\w$#]/.test(insertText) ? insertText : shown;
      const meant = symbol && target(project, symbol);
      const kind = meant ? kindOf(meant) : keywords.includes(name) ? "keyword" : "text";
      return { name, kind, symbol: meant };
    });
}

/** The texts that alone may stand where a value is to come: the compiler gives them between quotation marks. */
function literalsAt(checker: Checker, code: string, cursor: number): Candidate[] {
  if (!/(?:[=(,:?[|]|\b(?:return|case))\s*$/.test(code.slice(0, cursor))) return [];
  const { project, file } = checker.look(`${code.slice(0, cursor)}""${code.slice(cursor)}`);
  const texts = ofCompiler(project, file, cursor + 1) ?? [];
  return texts.map(({ name, kind }) => ({ name: JSON.stringify(name), kind }));
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
    ...words.filter(
      (word) =>
        !libraryTypes.includes(word) &&
        (word !== typed || words.indexOf(word) !== words.lastIndexOf(word)),
    ),
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
  const reserved = keywords.filter((name) => rank(name, typed) < 3);
  return [...candidates, ...reserved.map((name) => ({ name, kind: "keyword" }))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
