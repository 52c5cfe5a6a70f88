import type { Project } from "./compiler.js";
import type { ParsedCell } from "./parse.js";
import { plainText, resolveName } from "./symbols.js";

/** Names of a cell that are looked at, and characters of a type that are written out. */
const mostNames = 12;
const mostText = 2000;

/** Words that a type may hold and that mean the same in every cell, however strictly it is checked. */
const words = "string|number|boolean|bigint|any|unknown|void|object|readonly|true|false";

/** A part of a type that names nothing: a text, a key or parameter, such a word, a number, a sign. */
const part = new RegExp(
  `"(?:[^"\\\\]|\\\\.)*"|[\\w$]+\\??:|\\b(?:${words})\\b|-?\\b\\d[\\w.]*|=>|[{}[\\]():;,|&\\s]`,
  "g",
);
const isPlain = (text: string) => text.replace(part, "") === "";

/** A literal alone, which a constant without annotation widens where it is copied. */
const literal = /^(?:"|-?\d|true$|false$)/;

/**
 * The types of a cell's variables that can be written out: they name nothing that a later cell could mean otherwise. A
 * later cell then need not infer them anew, with all that they were inferred from.
 *
 * @param file the cell's
 */
export function plainTypes(
  project: Project,
  file: string,
  { code, statements }: ParsedCell,
): Map<string, string> {
  const types = new Map<string, string>();
  const variables = statements
    .map((one) => (one.type === "ExportNamedDeclaration" ? one.declaration : one))
    .flatMap((one) =>
      one?.type === "VariableDeclaration" && !one.declare ? one.declarations : [],
    );
  for (const { id } of variables.slice(0, mostNames)) {
    if (id.type !== "Identifier") continue;
    const symbol = resolveName(project, id.name, file, code.length);
    const text = symbol && plainText(project, symbol);
    if (!text || text.length > mostText || !isPlain(text)) continue;
    if (!literal.test(text) || id.typeAnnotation) types.set(id.name, text);
  }
  return types;
}
