import { constantValue, rationalOne } from "../tree/constants.js";
import { call, type Expr, negate, subtract, sumOf, times } from "../tree/expression.js";
import { isWhole } from "./whole.js";
import type { Splitting } from "./splitting.js";

/** The exponent w of what is written as a power of e, `exp(w)`; products, quotients and whole powers of such are one. */
export function exponentOf(expr: Expr, splitter: Splitting): Expr | undefined {
  const go = (part: Expr) => exponentOf(part, splitter);
  switch (expr.kind) {
    case "call": {
      if (expr.name === "exp" && expr.args.length === 1) return expr.args[0];
      if (splitter.names.functionOf(expr.name) !== "conj" || expr.args.length !== 1)
        return undefined;
      const own = go(expr.args[0]);
      return own && call("conj", own);
    }
    case "pow": {
      if (expr.left.kind === "symbol" && expr.left.name === "e") return expr.right;
      const own = isWhole(expr.right, splitter.integers) ? go(expr.left) : undefined;
      return own && times(expr.right, own);
    }
    case "mul": {
      const all = expr.factors.map(go);
      return all.every((one) => one !== undefined) ? sumOf(...all) : undefined;
    }
    case "div": {
      const right = go(expr.right);
      if (!right) return undefined;
      if (constantValue(expr.left)?.equals(rationalOne)) return negate(right);
      const left = go(expr.left);
      return left && subtract(left, right);
    }
    default:
      return undefined;
  }
}
