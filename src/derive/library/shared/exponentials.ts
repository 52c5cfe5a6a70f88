import { call, type Expr, negate, subtract, sumOf } from "../../tree/expression.js";

/** e^x + e^(-x). */
export const sumOfExponentials = (x: Expr): Expr => sumOf(call("exp", x), call("exp", negate(x)));
/** e^x - e^(-x). */
export const gapOfExponentials = (x: Expr): Expr =>
  subtract(call("exp", x), call("exp", negate(x)));
