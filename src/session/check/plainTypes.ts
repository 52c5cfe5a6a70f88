import type { Project } from "../compiler/compiler.js";
import type { Node, ParsedCell } from "../text/parse.js";
import { asDeclared, plainText, resolveName } from "../compiler/symbols.js";

/** Names of a cell that are looked at, and characters of a type that are written out: later cells are checked with both. */
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

/** What begins with a literal: a constant without annotation widens where it is copied. */
const literal = /^(?:"|-?\d|true$|false$)/;

/**
 * Declarations of a cell's variables and functions whose types can be written out: they name nothing that a later cell
 * could mean otherwise. A later cell then need not infer them anew, with all that they were inferred from.
 *
 * @param file the cell's
 */
export function plainTypes(
  project: Project,
  file: string,
  { code, statements }: ParsedCell,
): Map<string, string> {
  const declarations = new Map<string, string>();
  const typeOf = (name: string) => {
    const symbol = resolveName(project, name, file, code.length);
    const text = symbol && plainText(project, symbol);
    // In JavaScript an argument may be left out, which a function's type does not say.
    if (!text || text.length > mostText || (file.endsWith(".js") && text.includes("=>"))) return "";
    return isPlain(text) ? text : "";
  };
  for (const { name, word, said, value } of declared(code, statements).slice(0, mostNames)) {
    const type = said && isPlain(said) ? said : typeOf(name);
    if (word === "function") {
      if (type.startsWith("(")) declarations.set(name, `function ${name}${asDeclared(type)}`);
    } else if (type && (said || !literal.test(type))) {
      declarations.set(name, `${word} ${name}: ${type}`);
    } else if (type && word === "const" && value?.type === "Literal") {
      declarations.set(name, `const ${name} = ${type}`);
    }
  }
  return declarations;
}

/** What a later cell sees of a declaration: its name, and of a variable its type where it is said, and its value. */
interface Declared {
  name: string;
  word: "const" | "let" | "function";
  said?: string;
  value?: Node | null;
}

function declared(code: string, statements: ParsedCell["statements"]): Declared[] {
  return statements.flatMap((statement): Declared[] => {
    const one = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (one?.type === "FunctionDeclaration" && one.id) {
      return [{ name: one.id.name, word: "function" }];
    }
    if (one?.type !== "VariableDeclaration" || one.declare) return [];
    const word = one.kind === "const" ? "const" : "let";
    return one.declarations.flatMap(({ id, init: value }): Declared[] => {
      if (id.type !== "Identifier") return [];
      const type = id.typeAnnotation?.typeAnnotation;
      return [{ name: id.name, word, said: type && code.slice(type.start, type.end), value }];
    });
  });
}
