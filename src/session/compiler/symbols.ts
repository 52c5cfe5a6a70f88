import {
  NodeBuilderFlags,
  type Project,
  type Symbol as CompilerSymbol,
  SymbolFlags,
} from "./compiler.js";

/** What a reader is told about a name. */
export interface Described {
  /** `function`, `class`, `property`, ... */
  kind: string;
  /** As it could be declared: `convCost(layer: ConvLayer): ConvCost`, `const layer: ConvLayer`. */
  signature: string;
  /** Prose of its comment; empty without one. */
  documentation: string;
  /** The comment's tags, one a line: `@throws RangeError if ...`. */
  tags: string[];
  /** File and line of its declaration. */
  declared?: { path: string; line: number };
}

/** What a reader calls a symbol of a kind; the first that fits counts. */
const kinds: [flag: SymbolFlags, kind: string][] = [
  [SymbolFlags.Function, "function"],
  [SymbolFlags.Method, "method"],
  [SymbolFlags.Class, "class"],
  [SymbolFlags.Enum, "enum"],
  [SymbolFlags.EnumMember, "enum member"],
  [SymbolFlags.Module, "namespace"],
  [SymbolFlags.Variable, "variable"],
  [SymbolFlags.Interface, "interface"],
  [SymbolFlags.TypeAlias, "type"],
  [SymbolFlags.TypeParameter, "type parameter"],
  [SymbolFlags.Property | SymbolFlags.Accessor, "property"],
];

const anyMeaning: SymbolFlags = SymbolFlags.Value | SymbolFlags.Type | SymbolFlags.Namespace;

const printing =
  NodeBuilderFlags.NoTruncation | NodeBuilderFlags.UseAliasDefinedOutsideCurrentScope;

/** The symbol that a name means at a place of the cell, aliases followed. */
export function resolveName(
  project: Project,
  name: string,
  file: string,
  position: number,
): CompilerSymbol | undefined {
  const found = project.checker.resolveName(name, anyMeaning, { document: file, position });
  return found && target(project, found);
}

export function symbolAt(
  project: Project,
  file: string,
  position: number,
): CompilerSymbol | undefined {
  const found = project.checker.getSymbolAtPosition(file, position);
  return found && target(project, found);
}

/** The symbol itself, where a name only stands for another. */
export function target({ checker }: Project, symbol: CompilerSymbol): CompilerSymbol {
  return symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The type of a variable as it can be written. */
export function plainText({ checker }: Project, symbol: CompilerSymbol): string | undefined {
  const type = checker.getTypeOfSymbol(symbol);
  return type && checker.typeToString(type, undefined, printing);
}

export function kindOf({ flags }: CompilerSymbol): string {
  return kinds.find(([flag]) => flags & flag)?.[1] ?? "variable";
}

/** Describes a symbol; where it is declared only on demand, because the file has to be fetched. */
export function describe(project: Project, symbol: CompilerSymbol, where = false): Described {
  const { checker } = project;
  const kind = kindOf(symbol);
  return {
    kind,
    signature: signatureOf(project, symbol, kind),
    documentation: symbol.getDocumentationComment(checker).trim(),
    tags: symbol.getJsDocTags(checker).map(({ name, text }) => `@${name} ${text ?? ""}`.trim()),
    ...(where ? { declared: placeOf(project, symbol) } : {}),
  };
}

function signatureOf({ checker }: Project, symbol: CompilerSymbol, kind: string): string {
  const { name } = symbol;
  if (/^(class|interface|enum|namespace|type)$/.test(kind)) return `${kind} ${name}`;
  const type = checker.getTypeOfSymbol(symbol);
  if (!type) return name;
  const text = checker.typeToString(type, undefined, printing);
  if (kind === "function" || kind === "method") return `${name}${asDeclared(text)}`;
  return kind === "property" || kind === "enum member"
    ? `(${kind}) ${name}: ${text}`
    : `${name}: ${text}`;
}

/** A function's type as its declaration is written: `(x: T) => U` becomes `(x: T): U`. */
export function asDeclared(type: string): string {
  let depth = 0;
  for (let at = 0; at < type.length; at++) {
    if (/[([{<]/.test(type[at])) depth++;
    else if (type[at] === "=" && type[at + 1] === ">") {
      if (depth === 0) return `${type.slice(0, at).trimEnd()}:${type.slice(at + 2)}`;
      at++;
    } else if (/[)\]}>]/.test(type[at])) depth--;
  }
  return `: ${type}`;
}

function placeOf(project: Project, { declarations }: CompilerSymbol): Described["declared"] {
  const [first] = declarations;
  const node = first?.resolve(project);
  if (!node) return undefined;
  const text = project.program.getSourceFile(first.path)?.text ?? "";
  const line = text.slice(0, node.getStart()).split("\n").length;
  return { path: first.path, line };
}
