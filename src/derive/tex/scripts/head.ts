import type { Expr } from "../../tree/expression.js";
import type { Token } from "../reading/tokens.js";

/** A symbol before what it may be applied to. */
export interface Head {
  token: Token;
  /** The letter or word without its subscript. */
  letter: string;
  /** The names that it may have as a function, the usual one first; none for an entry. */
  names: string[];
  /** Whether it is an entry of a family that is declared. */
  isEntry: boolean;
  power: boolean;
  /** The symbol read as a quantity. */
  expr(): Expr;
}
