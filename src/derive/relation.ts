import { DerivationError } from "./errors.js";
import type { Expr } from "./expression.js";
import { parse } from "./parse.js";
import type { Relation } from "./types.js";

/** Two sides with their texts and a relation between them. */
export interface Statement {
  left: { text: string; expr: Expr };
  relation: Relation;
  right: { text: string; expr: Expr };
}

/** Reads `a = b`, `a < b`, `a <= b` or `a ≈ b`. @throws DerivationError for anything else */
export function readRelation(text: string): Statement {
  const pieces = text.split(/(<=|≈|=|<)/);
  if (pieces.length !== 3) {
    throw new DerivationError(
      `\`${text}\` must be one relation: two sides with =, <, <= or ≈ between them`,
    );
  }
  const [left, relation, right] = pieces.map((piece) => piece.trim());
  return {
    left: { text: left, expr: parse(left) },
    relation: relation as Relation,
    right: { text: right, expr: parse(right) },
  };
}

const latex: Record<Relation, string> = {
  "=": "=",
  "<": "<",
  "<=": "\\leq",
  "≈": "\\approx",
  "<=>": "\\iff",
  "=>": "\\implies",
  O: "=",
};

export const relationLatex = (relation: Relation): string => latex[relation];
