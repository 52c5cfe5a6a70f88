import { Unsupported } from "../../tree/errors.js";
import { type Call, call, type Expr, negate, number, subtract } from "../../tree/expression.js";
import { comparisonNames } from "../../read/proposition.js";

/** `gap relation 0`, from `left = right` (gap = left - right) or `left < right` (gap = right - left). */
export interface Literal {
  relation: "=" | "!=" | ">" | ">=";
  gap: Expr;
  left: Expr;
  right: Expr;
  /** It follows from those beside it: it helps a premise, and in a conclusion need not be shown. */
  implied?: boolean;
}

/** Alternatives of one statement: each is tried at every point, and a conjunction multiplies them. */
const mostAlternatives = 16;

/** A statement as alternatives, each of comparisons that hold together. */
export function alternatives(expr: Expr): Literal[][] {
  if (expr.kind !== "call") throw new Unsupported("a side of => or <=> is not a statement");
  if (expr.name === "or") return limited(expr.args.flatMap(alternatives));
  if (expr.name === "and") {
    return expr.args.reduce<Literal[][]>(
      (all, arg) =>
        limited(all.flatMap((one) => alternatives(arg).map((other) => [...one, ...other]))),
      [[]],
    );
  }
  if (!comparisonNames.has(expr.name)) {
    throw new Unsupported("a side of => or <=> is not a statement");
  }
  return withoutAbsolute(expr);
}

/** abs(u) < v as u < v and -u < v, and v < abs(u) as v < u or v < -u, which say the same wherever u and v have values. */
function withoutAbsolute(expr: Call): Literal[][] {
  const [left, right] = expr.args;
  const [small, large] = [left, right].map((side) =>
    side.kind === "call" && side.name === "abs" ? side.args[0] : undefined,
  );
  const compared = (one: Expr, other: Expr) => literal(call(expr.name, one, other));
  const isOrder = expr.name === "<" || expr.name === "<=";
  if (isOrder && small && !large) {
    const positive = { ...compared(number(0n), right), implied: true };
    return [[compared(small, right), compared(negate(small), right), positive]];
  }
  if (isOrder && large && !small) return [[compared(left, large)], [compared(left, negate(large))]];
  return [[literal(expr)]];
}

function literal({ name, args: [left, right] }: Call): Literal {
  if (name === "=" || name === "!=")
    return { relation: name, gap: subtract(left, right), left, right };
  return { relation: name === "<" ? ">" : ">=", gap: subtract(right, left), left, right };
}

function limited(all: Literal[][]): Literal[][] {
  if (all.length > mostAlternatives) throw new Unsupported("a statement has too many alternatives");
  return all;
}
