import { call, type Expr, over, times, toThe } from "../tree/expression.js";
import { exponentOf } from "./exponents.js";
import { beside, squareOf, zero } from "./parts/parts.js";
import type { Splitting } from "./splitting.js";
import { isWhole } from "./whole.js";

/** |u| as a real expression: that of a product is the product of those of its factors. */
export function modulusOf(expr: Expr, splitter: Splitting): Expr {
  const go = (part: Expr) => modulusOf(part, splitter);
  const exponent = exponentOf(expr, splitter);
  if (exponent) {
    const { re, im } = splitter.of(exponent);
    return beside(call("exp", re ?? zero), [im]);
  }
  switch (expr.kind) {
    case "neg":
      return go(expr.of);
    case "mul":
      return times(...expr.factors.map(go));
    case "div":
      return over(go(expr.left), go(expr.right));
    case "pow":
      if (isWhole(expr.right, splitter.integers))
        return toThe(go(expr.left), splitter.real(expr.right));
      break;
    case "call":
      if (splitter.names.functionOf(expr.name) === "conj" && expr.args.length === 1)
        return go(expr.args[0]);
  }
  const own = splitter.of(expr);
  if (!own.im) return call("abs", own.re ?? zero);
  if (!own.re) return call("abs", own.im);
  return call("sqrt", squareOf(own));
}
