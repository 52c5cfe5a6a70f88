import { createHash } from "node:crypto";
import { createRequire } from "node:module";

interface Node {
  kind: number;
  parent: Node;
  pos: number;
  end: number;
  text: string;
  operator: number;
  operatorToken: Node;
  operand: Node;
  left: Node;
  right: Node;
  expression: Node;
  argumentExpression: Node;
  getStart(): number;
  getText(): string;
}

interface Compiler {
  createSourceFile(name: string, text: string, version: number, parents: boolean): Node;
  forEachChild(node: Node, visit: (child: Node) => void): void;
  SyntaxKind: Record<string, number>;
  ScriptTarget: Record<string, number>;
}

/** One change of one token in one file of the core. */
export interface Mutant {
  file: string;
  line: number;
  from: string;
  to: string;
  /** The whole file with the change made. */
  text: string;
  /** What tells this mutant from the others as long as its line stays as it is. */
  key: string;
}

const tslab = createRequire(createRequire(import.meta.url).resolve("tslab/package.json"));
const ts = tslab("@tslab/typescript-for-tslab") as Compiler;
const kind = ts.SyntaxKind;

const signs = new Map([
  [kind.PlusToken, "-"],
  [kind.MinusToken, "+"],
  [kind.AsteriskToken, "/"],
  [kind.SlashToken, "*"],
  [kind.PlusEqualsToken, "-="],
  [kind.MinusEqualsToken, "+="],
]);

const opposites: Record<string, string> = {
  "Math.floor": "Math.ceil",
  "Math.ceil": "Math.floor",
  "Math.max": "Math.min",
  "Math.min": "Math.max",
};

/** Every mutant of a file: a number one larger, a sign turned, an index moved by one, a rounding or bound turned. */
export function mutants(file: string, source: string): Mutant[] {
  const found: Mutant[] = [];
  const seen = new Map<string, number>();
  const add = (start: number, end: number, to: string) => {
    const text = source.slice(0, start) + to + source.slice(end);
    const line = source.slice(0, start).split("\n").length;
    const from = source.slice(start, end);
    const content = `${file}: ${source.split("\n")[line - 1].trim()}: ${from} -> ${to}`;
    const count = (seen.get(content) ?? 0) + 1;
    seen.set(content, count);
    found.push({ file, line, from, to, text, key: count > 1 ? `${content} (${count})` : content });
  };
  const visit = (node: Node) => {
    if (isOutside(node)) return;
    const start = node.getStart();
    if (node.kind === kind.NumericLiteral) add(start, node.end, String(Number(node.text) + 1));
    if (node.kind === kind.BigIntLiteral)
      add(start, node.end, `${BigInt(node.getText().slice(0, -1)) + 1n}n`);
    if (node.kind === kind.BinaryExpression && !isText(node.left) && !isText(node.right)) {
      const to = signs.get(node.operatorToken.kind);
      if (to) add(node.operatorToken.getStart(), node.operatorToken.end, to);
    }
    if (node.kind === kind.PrefixUnaryExpression && node.operator === kind.MinusToken) {
      add(start, node.end, node.operand.getText());
    }
    if (
      node.kind === kind.ElementAccessExpression &&
      node.argumentExpression.kind === kind.Identifier
    ) {
      const index = node.argumentExpression;
      add(index.getStart(), index.end, `${index.getText()} + 1`);
    }
    if (node.kind === kind.PropertyAccessExpression && node.getText() in opposites) {
      add(start, node.end, opposites[node.getText()]);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true));
  return found;
}

// Types are gone at run time; the wording of a message and how a value is shown are not the mathematics.
function isOutside(node: Node): boolean {
  return [
    kind.InterfaceDeclaration,
    kind.TypeAliasDeclaration,
    kind.LiteralType,
    kind.ImportDeclaration,
    kind.ExportDeclaration,
    kind.ThrowStatement,
    kind.TemplateExpression,
  ].includes(node.kind);
}

function isText(node: Node): boolean {
  return [kind.StringLiteral, kind.TemplateExpression, kind.NoSubstitutionTemplateLiteral].includes(
    node.kind,
  );
}

/** A few of a file's mutants, always the same ones as long as their lines do not change. */
export function choose(all: Mutant[], count: number): Mutant[] {
  const rank = ({ key }: Mutant) => createHash("sha256").update(key).digest("hex");
  return [...all].sort((left, right) => (rank(left) < rank(right) ? -1 : 1)).slice(0, count);
}
