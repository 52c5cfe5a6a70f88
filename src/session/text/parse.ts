import { type Directive, type Node, parseSync, type Statement } from "oxc-parser";
import { withPlainSpecifiers } from "./denoNames.js";
import { sourcePhases } from "./phases.js";
import { type SyntaxProblem, syntaxProblems } from "./syntaxProblems.js";

export type { Node, Statement };

/** What is read off a cell's text before it is compiled. */
export interface ParsedCell {
  code: string;
  statements: (Statement | Directive)[];
  /** Every word of the text that could be a name. */
  words: Set<string>;
  /** Names of values that the cell declares. */
  values: Map<string, DeclaredValue>;
  /** Names of types that are no values. */
  types: Set<string>;
  /** Whether it adds to what all see: `declare global`, `declare module "name"`. */
  augments: boolean;
  /** Where `#!` stands, which says by what a script is run. */
  hashbang?: number;
  /** Spans of `import.meta`. */
  metas: { start: number; end: number }[];
  /** Whether the text imports anything, statically or while it runs. */
  imports: boolean;
  /** Whether it asks by `// @strict` for errors where it would only be warned. */
  strict: boolean;
  errors: SyntaxProblem[];
}

export interface DeclaredValue {
  assignable: boolean;
  /** Whether it stands for a type, too, or may: a class, an enum, an import. */
  type: boolean;
  /** Whether it is only said to exist: `declare const x: number`. */
  ambient: boolean;
}

/** Reads a cell, whose offsets count UTF-16 units. */
export function parseCell(code: string): ParsedCell {
  const parsed = parseSync("cell.ts", code, { lang: "ts", sourceType: "module" });
  const { program, module, errors } = parsed;
  const plain = withPlainSpecifiers(code, module);
  if (plain !== code) return parseCell(plain);
  const cell: ParsedCell = {
    code,
    statements: program.body,
    words: new Set(code.match(/[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu)),
    values: new Map(),
    types: new Set(),
    augments: false,
    hashbang: program.hashbang?.start,
    metas: module.importMetas,
    imports:
      module.staticImports.length > 0 ||
      module.dynamicImports.length > 0 ||
      /\brequire\s*\(/.test(code),
    // The comments are only made when they are asked for.
    strict:
      code.includes("@strict") &&
      parsed.comments.some(({ value }) => /^[\s*]*@strict\b/.test(value)),
    errors: [...syntaxProblems(code, errors), ...sourcePhases(code, program)],
  };
  for (const statement of program.body) declare(statement, cell);
  return cell;
}

function declare(statement: Statement | Directive, cell: ParsedCell): void {
  // A constant enum is made also where it is only declared.
  const isMade = statement.type === "TSEnumDeclaration" && statement.const;
  const ambient = "declare" in statement && statement.declare === true && !isMade;
  const value = (name: string, { assignable = false, type = false } = {}) =>
    cell.values.set(name, { assignable, type, ambient });
  switch (statement.type) {
    case "ExportNamedDeclaration":
      if (statement.declaration) declare(statement.declaration, cell);
      return;
    case "ExportDefaultDeclaration": {
      const { declaration } = statement;
      if (
        /^(?:Class|Function|TSInterface)Declaration$|^TSDeclareFunction$/.test(declaration.type)
      ) {
        declare(declaration as Statement, cell);
      }
      return;
    }
    case "ImportDeclaration":
      for (const specifier of statement.specifiers) {
        const typeOnly =
          statement.importKind === "type" ||
          (specifier.type === "ImportSpecifier" && specifier.importKind === "type");
        if (typeOnly) cell.types.add(specifier.local.name);
        else value(specifier.local.name, { type: true });
      }
      return;
    case "FunctionDeclaration":
    case "TSDeclareFunction":
      if (statement.id) value(statement.id.name);
      return;
    case "ClassDeclaration":
    case "TSEnumDeclaration":
      if (statement.id) value(statement.id.name, { type: true });
      return;
    case "TSImportEqualsDeclaration":
      if (statement.importKind === "type") cell.types.add(statement.id.name);
      else value(statement.id.name, { type: true });
      return;
    case "TSModuleDeclaration":
      if (statement.id.type === "Literal" || statement.kind === "global") cell.augments = true;
      else if (holdsValues(statement.body)) value(firstName(statement.id));
      else cell.types.add(firstName(statement.id));
      return;
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      cell.types.add(statement.id.name);
      return;
    case "VariableDeclaration":
      for (const name of statement.declarations.flatMap(({ id }) => bound(id))) {
        value(name, { assignable: statement.kind === "let" || statement.kind === "var" });
      }
      return;
    default:
      hoisted(statement, (name) => value(name, { assignable: true }));
  }
}

/** The name that `namespace a.b.c` declares, and that `a.b.c` begins with. */
export function firstName(name: Node): string {
  if (name.type === "TSQualifiedName") return firstName(name.left);
  return name.type === "Identifier" ? name.name : "";
}

/** Whether a namespace is there when the cell runs, and not only for the compiler. */
function holdsValues(body: Node | null): boolean {
  if (body?.type === "TSModuleDeclaration") return holdsValues(body.body);
  if (body?.type !== "TSModuleBlock") return false;
  return body.body.some((statement) => {
    const inner = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (inner?.type === "TSModuleDeclaration") return holdsValues(inner);
    return inner?.type !== "TSInterfaceDeclaration" && inner?.type !== "TSTypeAliasDeclaration";
  });
}

/** The names that a pattern binds. */
function bound(pattern: Node | null): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((one) =>
        bound(one.type === "RestElement" ? one.argument : one.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap(bound);
    case "AssignmentPattern":
      return bound(pattern.left);
    case "RestElement":
      return bound(pattern.argument);
    default:
      return [];
  }
}

/** `var` in a block or a loop belongs to the whole cell; what stands in a function does not. */
function hoisted(node: unknown, found: (name: string) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) return node.forEach((one) => hoisted(one, found));
  const { type } = node as Node;
  if (/Function|Class|Expression$|^TS/.test(type)) return;
  if (type === "VariableDeclaration" && (node as { kind: string }).kind === "var") {
    const { declarations } = node as unknown as { declarations: { id: Node }[] };
    for (const { id } of declarations) bound(id).forEach(found);
  }
  for (const child of Object.values(node)) hoisted(child, found);
}
