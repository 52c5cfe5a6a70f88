import { constantValue } from "../../tree/constants.js";
import { boundName, type Expr, number, sumOf, times, withEach } from "../../tree/expression.js";
import { substitute } from "../../tree/names.js";

/** So many terms of a sum or product are written out. */
const mostTerms = 8n;

/** The expression with short sums and products written out. */
export function unrolled(expr: Expr): Expr {
  const own = withEach(expr, unrolled);
  const name = boundName(own);
  if (own.kind !== "call" || name === undefined) return own;
  if (own.name !== "sum" && own.name !== "prod") return own;
  const [from, to] = own.args.slice(2).map(constantValue);
  if (!from?.isInteger || !to?.isInteger || to.num < from.num || to.num - from.num >= mostTerms)
    return own;
  const terms = Array.from({ length: Number(to.num - from.num) + 1 }, (_, k) =>
    substitute(own.args[0], new Map([[name, number(from.num + BigInt(k))]])),
  );
  return own.name === "sum" ? sumOf(...terms) : times(...terms);
}
