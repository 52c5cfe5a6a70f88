import { createRequire } from "node:module";

/** The little of TypeScript's syntax tree that the house rules read. */
export interface Node {
  kind: number;
  getText(): string;
  getChildren(): Node[];
  expression?: Node;
  arguments?: Node[];
  moduleSpecifier?: Node & { text: string };
  isTypeOnly?: boolean;
  importClause?: {
    isTypeOnly: boolean;
    name?: Node;
    namedBindings?: { elements?: { isTypeOnly: boolean }[] };
  };
  exportClause?: { elements?: { isTypeOnly: boolean }[] };
  text?: string;
  name?: Node;
  properties?: Node[];
  elements?: Node[];
  clauses?: Node[];
  members?: Node[];
  types?: Node[];
  left?: Node;
  right?: Node;
  operatorToken?: Node;
  argumentExpression?: Node;
  literal?: Node;
  argument?: Node;
  moduleReference?: Node;
}

interface Compiler {
  createSourceFile(name: string, text: string, version: number, parents: boolean): Node;
  SyntaxKind: Record<string, number>;
  ScriptTarget: Record<string, number>;
  forEachChild(node: Node, visit: (child: Node) => void): void;
}

// tslab brings a TypeScript with an interface for programs; the project's own compiler has none.
const tslab = createRequire(createRequire(import.meta.url).resolve("tslab/package.json"));
const ts = tslab("@tslab/typescript-for-tslab") as Compiler;
export const kind = ts.SyntaxKind;

export function parse(text: string): Node {
  return ts.createSourceFile("file.ts", text, ts.ScriptTarget.ES2022, true);
}

export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export interface Import {
  from: string;
  typeOnly: boolean;
}

/** Every module that a file names: imports, re-exports, `import()` and `require()` of a literal, types of `import()`. */
export function imports(text: string): Import[] {
  const found: Import[] = [];
  walk(parse(text), (node) => {
    if (node.kind === kind.ImportDeclaration && node.moduleSpecifier) {
      const clause = node.importClause;
      const elements = clause?.namedBindings?.elements;
      const typeOnly = clause?.isTypeOnly || (!clause?.name && allTypes(elements));
      found.push({ from: node.moduleSpecifier.text, typeOnly: Boolean(typeOnly) });
    } else if (node.kind === kind.ExportDeclaration && node.moduleSpecifier) {
      const typeOnly = node.isTypeOnly || allTypes(node.exportClause?.elements);
      found.push({ from: node.moduleSpecifier.text, typeOnly: Boolean(typeOnly) });
    } else if (node.kind === kind.CallExpression) {
      const callee = node.expression?.getText();
      const [argument] = node.arguments ?? [];
      if ((callee === "import" || callee === "require") && argument?.text !== undefined) {
        found.push({ from: argument.text, typeOnly: false });
      }
    } else if (node.kind === kind.ImportType && node.argument?.literal?.text !== undefined) {
      found.push({ from: node.argument.literal.text, typeOnly: true });
    } else if (node.kind === kind.ImportEqualsDeclaration && node.moduleReference?.expression) {
      const typeOnly = Boolean(node.isTypeOnly);
      found.push({ from: node.moduleReference.expression.text!, typeOnly });
    }
  });
  return found;
}

/** The modules whose place a file asks for by `require.resolve`, or that of another folder. */
export function resolved(text: string): string[] {
  const found: string[] = [];
  walk(parse(text), ({ kind: own, expression, arguments: given }) => {
    if (own !== kind.CallExpression || !given?.[0]) return;
    const asks = /^(?:require|(?:\w+\.)?createRequire\(.*\)|import\.meta)\.resolve$/s;
    if (asks.test(expression!.getText()) && isText(given[0])) found.push(given[0].text!);
  });
  return found;
}

/** Whether a node is a text without anything put in. */
export const isText = (node: Node | undefined): boolean =>
  node?.kind === kind.StringLiteral || node?.kind === kind.NoSubstitutionTemplateLiteral;

function allTypes(elements?: { isTypeOnly: boolean }[]): boolean {
  return Boolean(elements?.length) && elements!.every((element) => element.isTypeOnly);
}

/** The arguments' source texts of every call of a function or a class, for instance `assert.throws` or `new Map`. */
export function callsOf(name: string, text: string): string[][] {
  const found: string[][] = [];
  walk(parse(text), (node) => {
    const before = { [kind.CallExpression]: "", [kind.NewExpression]: "new " }[node.kind];
    if (before === undefined || `${before}${node.expression?.getText()}` !== name) return;
    found.push((node.arguments ?? []).map((argument) => argument.getText()));
  });
  return found;
}

/** The statements of a file that are not `export … from "…"`. */
export function otherThanReExports(text: string): string[] {
  const found: string[] = [];
  ts.forEachChild(parse(text), (node) => {
    if (node.kind === kind.EndOfFileToken) return;
    const isEmpty = node.getText() === "export {};";
    if (node.kind === kind.ExportDeclaration && (node.moduleSpecifier || isEmpty)) return;
    found.push(node.getText());
  });
  return found;
}

/** Whether a file has a default export. */
export function hasDefaultExport(text: string): boolean {
  let found = false;
  ts.forEachChild(parse(text), (node) => {
    const isDefault = node.getChildren()[0]?.getText().includes("default") ?? false;
    found ||=
      node.kind === kind.ExportAssignment || (isDefault && /^export default/.test(node.getText()));
  });
  return found;
}
