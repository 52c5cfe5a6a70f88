import type { Expr } from "../tree/expression.js";
import type { ComplexNames } from "./names.js";
import type { Parts } from "./parts/parts.js";

/** Whether 0 stands in a relation to a real expression, wherever that has a value, for all values of some names. */
export type Show = (relation: "<" | "<=" | "=", expr: Expr, bound: ReadonlySet<string>) => boolean;

/** What writes expressions by their real and imaginary parts, as the rules for powers, sums and moduli ask it. */
export interface Splitting {
  readonly names: ComplexNames;
  /** Names that are whole numbers. */
  readonly integers: ReadonlySet<string>;
  /** Names that stand bound around. */
  readonly bound: ReadonlySet<string>;
  /** Powers that stand by themselves, as numbers of which nothing else is known. */
  readonly opaque: Set<string>;
  /** What was taken of which there are several branches. */
  readonly branches: Set<"root" | "logarithm" | "angle">;
  /** Whether 0 stands in a relation to a real expression. */
  show(relation: "<" | "<=" | "=", expr: Expr): boolean;
  /** @throws Unsupported for what has no meaning here, or more than one */
  of(this: void, expr: Expr): Parts;
  /** An expression that is real. @throws Unsupported for any other */
  real(this: void, expr: Expr): Expr;
  /** The real number that parts are, where the imaginary one is 0 or shown to be; undefined for any other. */
  realOf(parts: Parts): Expr | undefined;
  /** The same where a name is bound. @param counts whether it is a whole number there */
  within(bound: string, counts: boolean): Splitting;
}
