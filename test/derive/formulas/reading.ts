import { readAssumptions } from "../../../src/derive/assumptions/assumptions.js";
import { noDefinitions } from "../../../src/derive/definitions/definitions.js";
import { expressionLatex } from "../../../src/derive/notation/latex.js";
import { readChain, readSide } from "../../../src/derive/notation/written.js";
import { sideOf } from "../../../src/derive/notation/relation.js";
import { parse } from "../../../src/derive/read/parse.js";
import { vocabularyAbove } from "../../../src/derive/steps/vocabularyAbove.js";
import { readTex, type TexDisplay } from "../../../src/derive/tex/readTex.js";
import {
  joined,
  type Vocabulary,
  vocabularyOf,
} from "../../../src/derive/tex/reading/vocabulary.js";
import type { Proposition } from "../../../src/derive/tex/statements/propositions.js";
import { shown } from "../../../src/derive/tex/write/notation.js";
import type { Bound } from "../../../src/derive/tex/binding/conditionList.js";
import type { Chain } from "../../../src/derive/tex/statements/chains.js";
import { type Expr, symbol, treeKey } from "../../../src/derive/tree/expression.js";

/** A formula as a row: expressions, and the signs and words between them. */
export type Row = (Expr | string)[];

/** What is read of a formula in a derivation with these assumptions. @throws DerivationError where it is refused */
export function readFormula(text: string, plain: boolean, assumptions: readonly string[]): Row {
  return plain ? readPlainFormula(text) : rowOf(readTex(text, vocabularyOfTexts(assumptions)));
}

export const vocabularyOfTexts = (texts: readonly string[]): Vocabulary =>
  vocabularyAbove([], undefined, {
    assumptions: readAssumptions(texts),
    definitions: noDefinitions(),
  });

const alternating = <T>(
  all: readonly T[],
  row: (one: T) => Row,
  sign: (i: number) => string,
): Row => all.flatMap((one, i) => (i === 0 ? row(one) : [sign(i - 1), ...row(one)]));

function rowOf({ statements }: TexDisplay): Row {
  return alternating(
    statements,
    ({ sides, links, conditions }) => [
      ...alternating(sides, propositionRow, (i) => links[i]),
      ...(conditions.length ? ["given"] : []),
      ...alternating(conditions, conditionRow, () => ";"),
    ],
    () => ";;",
  );
}

const conditionRow = (bound: Bound): Row =>
  "chain" in bound ? chainRow(bound.chain) : [symbol(bound.integer), "integer"];

const chainRow = ({ sides, relations }: Chain): Row =>
  alternating(
    sides,
    (side) => [side],
    (i) => relations[i],
  );

const propositionRow = (proposition: Proposition): Row =>
  alternating(
    proposition,
    (chains) => alternating(chains, chainRow, () => "and"),
    () => "or",
  );

/** Plain text as a claim has it: a statement, or sides with => and <=> between them. */
function readPlainFormula(text: string): Row {
  const parts = text.split(/(<=>|=>)/);
  if (parts.length > 1) {
    return parts.flatMap((part, i) => (i % 2 ? [part] : statementRow(parse(part))));
  }
  const steps = /\s(?:and|or)\s|^\s*not\b|!=|≠/.test(text) ? [] : readChain(text);
  if (steps.length === 0) return statementRow(readSide(text).expr);
  return steps.flatMap(({ left, relation, right }, i) => [
    ...(i === 0 ? [left.expr] : []),
    relation,
    right.expr,
  ]);
}

function statementRow(expr: Expr): Row {
  if (expr.kind !== "call" || !/^(?:and|or|!?=|<=?)$/.test(expr.name)) return [expr];
  return alternating(expr.args, statementRow, () => expr.name);
}

/**
 * A meaning: expressions of the plain syntax with relations, => and <=>, `and` and `or` between them; statements with ;;
 * between them, each with the conditions that it states, as in `n^2 >= n given n integer; n >= 1`.
 */
export function readMeaning(text: string): Row {
  const row: Row = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if ("([".includes(text[at])) depth++;
    if (")]".includes(text[at])) depth--;
    const sign = depth === 0 ? between.exec(text.slice(at))?.[0] : undefined;
    if (sign === undefined) continue;
    row.push(...expressionAt(text.slice(from, at)), sign.trim());
    at += sign.length - 1;
    from = at + 1;
  }
  row.push(...expressionAt(text.slice(from)));
  for (const [i, one] of row.entries()) {
    if (i === 0 || typeof one === "string" || one.kind !== "call" || one.name !== "O") continue;
    row[i - 1] = "O";
    row[i] = one.args[0];
  }
  return row;
}

/** Signs and words, of which `integer` has nothing behind it. */
const between = /^(?:<=>|=>|<=|>=|!=|;;|[=<>≈∝;]|\s(?:and|or|given)\s|\sinteger(?!\w))/;

const expressionAt = (text: string): Expr[] => (text.trim() === "" ? [] : [parse(text)]);

/** A row as a text that is the same exactly where the row is, as a page shows it. */
export const rowKey = (row: Row): string =>
  row.map((one) => (typeof one === "string" ? one : treeKey(shown(one)))).join(" ");

/** A row in plain text. */
export const rowText = (row: Row): string =>
  row.map((one) => (typeof one === "string" ? one : sideOf(one).text)).join(" ");

/** What is wrong with writing the expressions of a row as LaTeX, or as plain text, and reading them back. */
export function roundTripProblems(row: Row, known: Vocabulary): string[] {
  return row.flatMap((one) => {
    if (typeof one === "string") return [];
    const latex = expressionLatex(one);
    const back = readTex(latex, joined(known, vocabularyOf([one])));
    const { text } = sideOf(one);
    return [
      ...(rowKey(rowOf(back)) === rowKey([one])
        ? []
        : [`${latex} reads as ${rowText(rowOf(back))}`]),
      ...(rowKey([parse(text)]) === rowKey([one]) ? [] : [`${text} reads as another tree`]),
    ];
  });
}
