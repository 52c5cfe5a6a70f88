import type { Rational } from "../../../num/index.js";
import type { Expr } from "../../tree/expression.js";

/** One expression compared with another. */
export interface Sided {
  left: Expr;
  relation: "=" | "!=" | "<" | "<=" | ">" | ">=";
  right: Expr;
}

/** Comparisons that hold together, for each of the alternatives. */
export type Alternatives = Sided[][];

/** What can be asked of expressions where they are compared. */
export interface Asked {
  rational(expr: Expr): Rational | undefined;
  isInteger(expr: Expr): boolean;
  nonnegative(expr: Expr): boolean;
}

/**
 * What `F(args) relation value` says without F, where it is told: the alternatives hold exactly where F has a value and
 * the comparison holds.
 */
export type Unfold = (
  asked: Asked,
  args: readonly Expr[],
  relation: Sided["relation"],
  value: Expr,
) => Alternatives | undefined;

export const compared = (left: Expr, relation: Sided["relation"], right: Expr): Sided => ({
  left,
  relation,
  right,
});

const others = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" } as const;

/** The relation of the same two with the sides exchanged. */
export const mirrored = (relation: Sided["relation"]): Sided["relation"] => others[relation];
