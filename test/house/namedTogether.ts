import { isText, kind, type Node, parse, walk } from "./syntax.js";

/** Operators by which a name is told from another, or something is kept under a name. */
const comparisons = ["===", "!==", "==", "!=", "in"];
const assignments = ["=", "??=", "||=", "&&="];

/**
 * Names that stand together in a file: what one object, list, enumeration, union of types or call names (keys, texts, of a
 * pair the first), and what the whole file compares with, switches over, gives to methods or keeps something under.
 */
export function namedTogether(text: string): string[][] {
  const found: string[][] = [];
  const apart: string[] = [];
  walk(parse(text), (node) => {
    found.push(partsOf(node).flatMap(nameOf));
    apart.push(...singly(node).flatMap(nameOf));
  });
  return [...found, apart];
}

/** The words of each text and pattern of a file; those of the texts of a list stand together. */
export function wordsTogether(text: string): string[][] {
  const found: string[][] = [];
  walk(parse(text), (node) => {
    found.push(wordsOf(node), (node.elements ?? []).flatMap(wordsOf));
  });
  return found;
}

/** The parts of a node that are named beside one another. */
function partsOf(node: Node): (Node | undefined)[] {
  switch (node.kind) {
    case kind.ObjectLiteralExpression:
      return node.properties!.map(({ name }) => name);
    case kind.ArrayLiteralExpression:
      return node.elements!.map((one) => one.elements?.[0] ?? one);
    case kind.CallExpression:
    case kind.NewExpression:
      return (node.arguments ?? []).filter(isText);
    case kind.UnionType:
      return node.types!.map((one) => one.literal);
    case kind.TupleType:
      return node.elements!.map((one) => one.literal);
    default:
      return node.kind === kind.EnumDeclaration ? node.members!.map(({ name }) => name) : [];
  }
}

/** What a node names by itself, of which several make a table: a comparison, a case, a method, a place. */
function singly(node: Node): (Node | undefined)[] {
  switch (node.kind) {
    case kind.CaseClause:
      return [node.expression].filter(isText);
    case kind.BinaryExpression: {
      const operator = node.operatorToken!.getText();
      if (comparisons.includes(operator)) return [node.left, node.right].filter(isText);
      return assignments.includes(operator)
        ? [node.left!.argumentExpression ?? node.left!.name]
        : [];
    }
    case kind.ElementAccessExpression:
      return [node.argumentExpression].filter(isText);
    case kind.CallExpression:
      return node.expression!.kind === kind.PropertyAccessExpression
        ? node.arguments!.slice(0, 1).filter(isText)
        : [];
    default:
      return [];
  }
}

/** A name that is written out, be it computed. */
function nameOf(node: Node | undefined): string[] {
  const written = node?.kind === kind.ComputedPropertyName ? node.expression : node;
  return written && (isText(written) || written.kind === kind.Identifier) ? [written.text!] : [];
}

/** The words of a text, and the alternatives of a pattern. */
function wordsOf({ kind: own, text }: Node): string[] {
  const texts = [
    kind.StringLiteral,
    kind.NoSubstitutionTemplateLiteral,
    kind.TemplateHead,
    kind.TemplateMiddle,
    kind.TemplateTail,
    kind.RegularExpressionLiteral,
  ];
  return texts.includes(own) ? text!.split(/\W+/).filter(Boolean) : [];
}
