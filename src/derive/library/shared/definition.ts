import type { Arithmetic, Value } from "../../evaluate/value.js";
import type { Expr } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import type { Form } from "../../form/ring/form.js";
import type { Sign, Signs } from "../../form/signs.js";
import type { Grade } from "../../../record/types.js";
import type { Unfold } from "./unfold.js";

/** What a function needs of an expression for having a value, and what for having a derivative. */
export interface Needed {
  expr: Expr;
  need?: "nonzero" | "positive" | "nonnegative" | "count";
  /** What it needs instead inside a derivative, where the edge of a domain is not enough. */
  inside?: "nonzero" | "positive";
}

/** What is always true of a function's value: `expr relation 0`. */
export interface Known {
  expr: Expr;
  relation: ">" | ">=";
}

/** Where a function jumps: where this expression of its arguments is 0, or any integer. */
export interface Jump {
  of: Expr;
  at: "zero" | "integers";
  /** The function's value where the expression has this one. */
  there(value: Expr): Expr;
}

/** A claim about a function and the grade that it gets: a test, and a row of the documentation. */
export interface Example {
  claim: string;
  given?: string[];
  grade: Grade;
}

/**
 * All that the prover knows of a function. It is either short for an expression of its arguments (`rewrite`), or has a
 * value and a normal form of its own; without a normal form it is one atom, of which the rest of the definition speaks.
 */
export interface FunctionDefinition {
  name: string;
  /** How many arguments it takes, or at least and at most. */
  arity: number | readonly [number, number];
  /** What it is, in words or as a formula of x. */
  meaning: string;
  /** The expression that it is short for, with these arguments. */
  rewrite?(...args: Expr[]): Expr | undefined;
  /** Its value at values, exact or enclosed; @throws Undefined outside its domain, NoValue where it cannot be told. */
  value?(math: Arithmetic, ...args: Value[]): Value;
  normal?(ctx: Context, ...args: Form[]): Form;
  /** Its derivatives by each argument. */
  partials?(...args: Expr[]): Expr[] | undefined;
  /** Where it has a value; without this, where what it is short for has one. */
  domain?(...args: Expr[]): Needed[];
  /** What holds of its value whatever the arguments are. */
  known?(value: Expr, ...args: Expr[]): Known[];
  sign?(signs: Signs, ...args: Form[]): Sign | undefined;
  /** Whether its values are integers: always, or where its arguments are. */
  integer?: "always" | "of integers";
  /** What a comparison of its value says without it. */
  unfold?: Unfold;
  /** Where it jumps, so that it has no derivative there, and without a rule for it none anywhere. */
  jumps?(...args: Expr[]): Jump[];
  /** Expressions of its arguments at whose sign it changes from one rule to another, without a jump. */
  edges?(...args: Expr[]): Expr[];
  /** Whether it gives the angle of a sine, a cosine or a tangent. */
  arc?: true;
  /** Whether its argument may be a matrix, for which a capital letter may stand: e^A, |A|. */
  ofMatrices?: true;
  /**
   * Of what it is taken entry by entry: of vectors alone, where a function of matrices has its name (`exp(A)` is a power
   * series), or of any array.
   */
  entrywise?: "vectors" | "arrays";
  latex?: {
    /** Commands that are read as the function. */
    commands?: readonly string[];
    /** The function that its command with the exponent -1 means: `\\sin^{-1} x`. */
    inverse?: string;
    /** What is written before the arguments in parentheses. */
    head?: string;
    /** Writes it in a notation of its own. */
    write?(write: WritePart, ...args: Expr[]): string | undefined;
    /** Whether that notation encloses it, so that an exponent may follow. */
    encloses?: true;
  };
  examples: readonly Example[];
}

/** Writes a part, in parentheses where it needs them before an exponent. */
type WritePart = (part: Expr, slot?: "base") => string;

/** The domain of a function that has a value everywhere. */
export const everywhere = (): Needed[] => [];

/** Whether a function takes as many arguments. */
export function takes({ arity }: FunctionDefinition, count: number): boolean {
  return typeof arity === "number" ? count === arity : count >= arity[0] && count <= arity[1];
}
