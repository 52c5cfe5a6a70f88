import type { Expr } from "../../tree/expression.js";
import type { Token } from "../reading/tokens.js";
import type { Below } from "./subscripts.js";

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
  /** Whether its power is -1: of a function the inverse. */
  isInverse: boolean;
  /** The symbol read as a quantity. */
  expr(): Expr;
}

/** A symbol with its scripts. */
export interface Scripted {
  token: Token;
  head: string;
  /** A word that is a whole name, such as `\mathrm{x\_1}`. */
  whole: boolean;
  below?: Below;
  above?: Expr;
  /** Whether `^\top` stands above. */
  transposed?: boolean;
  /** Whether an upright c stands above a set: `E^{\mathrm{c}}`. */
  isComplement?: boolean;
  /** What stands above in brackets: `x^{(i)}`. */
  label?: Expr;
}
