import type { Expr } from "../../tree/expression.js";
import type { Fraction } from "../numbers/fraction.js";

/** What is assumed, as trees. */
export type Fact =
  /** The tree compared with 0. */
  | { kind: "compare"; expr: Expr; relation: ">" | ">=" | "!=" | "=" }
  | { kind: "integer"; name: string }
  | { kind: "density"; name: string }
  | { kind: "convergence" }
  /** A quantity that is a function of others. */
  | { kind: "depends"; name: string; on: string[] };

/** What an open condition says: of a tree, for every value of the names bound around it. */
export interface Need {
  need: "nonzero" | "positive" | "nonnegative" | "integer" | "count" | "exponent";
  expr: Expr;
  scopes: { name: string; lower?: Expr; upper?: Expr; integer: boolean }[];
}

/** A claim, with what it is said to hold under. `unit` is what 1 in the last digit on the right of `≈` is worth. */
export interface Claimed {
  left: Expr;
  relation: string;
  right: Expr;
  unit?: Fraction;
  facts: readonly Fact[];
  /** Open conditions; a condition in words alone is none of these, and then no point is known to meet it. */
  needs: readonly (Need | undefined)[];
}

/** A point at which this evaluation contradicts a verdict, and how. */
export interface Disagreement {
  point: Record<string, string>;
  /** "fails" or "no value" against a proof, the others against a refutation. */
  found: "fails" | "no value" | "holds" | "not admitted" | "another value";
}
