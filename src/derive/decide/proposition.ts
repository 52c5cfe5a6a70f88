import { Unsupported } from "../errors.js";
import { type Call, type Expr, subtract } from "../expression.js";
import { comparisonNames } from "../read/proposition.js";

/** `gap relation 0`, from `left = right` (gap = left - right) or `left < right` (gap = right - left). */
export interface Literal {
  relation: "=" | "!=" | ">" | ">=";
  gap: Expr;
  left: Expr;
  right: Expr;
}

const mostAlternatives = 16;

/** A statement as alternatives, each of comparisons that hold together. */
export function alternatives(expr: Expr): Literal[][] {
  if (expr.kind !== "call") throw new Unsupported("a side of => or <=> that is no statement");
  if (expr.name === "or") return limited(expr.args.flatMap(alternatives));
  if (expr.name === "and") {
    return expr.args.reduce<Literal[][]>(
      (all, arg) =>
        limited(all.flatMap((one) => alternatives(arg).map((other) => [...one, ...other]))),
      [[]],
    );
  }
  if (!comparisonNames.has(expr.name)) {
    throw new Unsupported("a side of => or <=> that is no statement");
  }
  return [[literal(expr)]];
}

function literal({ name, args: [left, right] }: Call): Literal {
  if (name === "=" || name === "!=")
    return { relation: name, gap: subtract(left, right), left, right };
  return { relation: name === "<" ? ">" : ">=", gap: subtract(right, left), left, right };
}

function limited(all: Literal[][]): Literal[][] {
  if (all.length > mostAlternatives) throw new Unsupported("a statement of many alternatives");
  return all;
}
