import { noDefinitions } from "../definitions/definitions.js";
import { resolve } from "../definitions/resolve.js";
import type { Expr } from "../tree/expression.js";

/** Two sides with what is done to lists in them carried out. */
export const writtenOut = ([left, right]: [Expr, Expr]): [Expr, Expr] => [
  resolve(left, noDefinitions()),
  resolve(right, noDefinitions()),
];
