import { decimalText } from "../tree/printed.js";
import { type Expr, parts, symbol, withParts } from "../tree/expression.js";
import { expressionLatex } from "./latex.js";
import { statementNames } from "../read/proposition.js";
import { expressionText } from "../tree/text.js";
import type { Relation } from "../../record/types.js";

/** One side of a relation: in mathjs syntax, as the engine holds it, and as it is set. */
export interface Side {
  text: string;
  expr: Expr;
  latex: string;
}

/** Two sides and the relation between them. */
export interface Statement {
  left: Side;
  relation: Relation;
  right: Side;
  /** Whether it gives its left side its meaning. */
  defines?: boolean;
  /** Conditions that are written beside it, such as `x > 0`. */
  provided?: readonly string[];
  /** Which of two statements it is, in words. */
  note?: string;
  /** Why it is refused, unless it is proved for what its names were taken to be. */
  unsettled?: Error;
}

/** An expression or a statement as a side; the text is the author's if there is one. */
export function sideOf(expr: Expr, text = propositionText(expr)): Side {
  return { text, expr, latex: propositionLatex(expr) };
}

const relationSigns: Record<Relation, string> = {
  "=": "=",
  "<": "<",
  "<=": "\\leq",
  "≈": "\\approx",
  "<=>": "\\iff",
  "=>": "\\implies",
  O: "= O",
};

/** The relation and the right side in LaTeX, `O` with its brackets. */
export function relationLatex(relation: Relation, right: string): string {
  return relation === "O" ? `= O\\left(${right}\\right)` : `${relationSigns[relation]} ${right}`;
}

/** Whether an expression is a statement such as `x = 2 or x = -2`. */
export const isProposition = (expr: Expr): expr is Expr & { kind: "call" } =>
  expr.kind === "call" && statementNames.has(expr.name);

const propositionSigns: Record<string, string> = {
  "=": "=",
  "!=": "\\neq",
  "<": "<",
  "<=": "\\leq",
  and: "\\text{ and }",
  or: "\\text{ or }",
};

function propositionLatex(expr: Expr): string {
  if (!isProposition(expr)) return expressionLatex(expr);
  return expr.args.map(propositionLatex).join(` ${propositionSigns[expr.name]} `);
}

function propositionText(expr: Expr): string {
  if (!isProposition(expr)) return expressionText(decimals(expr));
  return expr.args.map(propositionText).join(` ${expr.name} `);
}

/** Decimals are written as decimals: as fractions of integers they would be another tree. */
function decimals(expr: Expr): Expr {
  const own = parts(expr);
  if (own.length) return withParts(expr, own.map(decimals));
  if (expr.kind !== "number" || expr.value.isInteger) return expr;
  const text = decimalText(expr.value);
  return text === undefined ? expr : symbol(text);
}
