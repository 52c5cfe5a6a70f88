import { DerivationError } from "./errors.js";
import type { Expr } from "./expression.js";
import { expressionLatex } from "./latex.js";
import { parse } from "./parse.js";
import type { Relation } from "./types.js";

/** One side of a relation: as it was written, as the engine holds it, and as it is set. */
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
}

/** A side as an author writes it. */
export type Written = string;

/**
 * Reads an expression, or a statement for a side of `=>` and `<=>`.
 *
 * @throws DerivationError if it is neither, with the place in it
 */
export function readSide(written: Written): Side {
  const text = typeof written === "string" ? written.trim() : written;
  const expr = parse(text);
  return { text, expr, latex: propositionLatex(expr) };
}

const relations: Record<string, Relation> = { "=": "=", "<": "<", "<=": "<=", "≤": "<=", "≈": "≈" };

/**
 * Reads `a = b`, `a < b`, `a <= b` or `a ≈ b`.
 *
 * @throws DerivationError for anything else
 */
export function readStatement(written: Written): Statement {
  const found = typeof written === "string" ? outerSigns(written) : [];
  const [one, ...more] = found;
  const relation = one ? relations[one.sign] : undefined;
  if (!one || more.length || !relation) {
    const other = one && !relation ? `, got the relation ${one.sign}` : "";
    throw new DerivationError(
      `\`${String(written)}\` must be one relation: two sides with =, <, <= or ≈ between them${other}`,
    );
  }
  return {
    left: readSide(written.slice(0, one.at)),
    relation,
    right: readSide(written.slice(one.at + one.sign.length)),
  };
}

const signs = ["<=", ">=", "!=", "==", "≤", "≥", "≠", "≈", "=", "<", ">"];

/** The relation signs that stand in no bracket: those of `p(C=1 | T=1)` are part of an event. */
function outerSigns(text: string): { sign: string; at: number }[] {
  const found: { sign: string; at: number }[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ("([".includes(text[at])) depth++;
    else if (")]".includes(text[at])) depth--;
    const sign = depth === 0 ? signs.find((one) => text.startsWith(one, at)) : undefined;
    if (!sign) continue;
    found.push({ sign, at });
    at += sign.length - 1;
  }
  return found;
}

const latex: Record<Relation, string> = {
  "=": "=",
  "<": "<",
  "<=": "\\leq",
  "≈": "\\approx",
  "<=>": "\\iff",
  "=>": "\\implies",
  O: "= O",
};

export const relationLatex = (relation: Relation): string => latex[relation];

/** A statement such as `x = 2 or x = -2` in LaTeX. */
export function propositionLatex(expr: Expr): string {
  if (expr.kind !== "call" || !(expr.name in signLatex)) return expressionLatex(expr);
  return expr.args.map(propositionLatex).join(` ${signLatex[expr.name]} `);
}

const signLatex: Record<string, string> = {
  "=": "=",
  "!=": "\\neq",
  "<": "<",
  "<=": "\\leq",
  and: "\\text{ and }",
  or: "\\text{ or }",
};

/** The relation and the right side, `O` with its brackets. */
export function rightLatex(relation: Relation, right: string): string {
  return relation === "O" ? `= O\\left(${right}\\right)` : `${latex[relation]} ${right}`;
}
