import type { Fact } from "../../assumptions/assumptions.js";
import {
  type Expr,
  number,
  parts,
  subtract,
  symbol,
  times,
  toThe,
  treeKey,
} from "../../tree/expression.js";
import type { RandomNames } from "../names.js";

/** What stands for moments in some expressions, by its key. */
export function momentsIn(
  exprs: readonly Expr[],
  found = new Map<string, Expr>(),
): Map<string, Expr> {
  for (const expr of exprs) {
    if (isMoment(expr)) found.set(treeKey(expr), expr);
    momentsIn(parts(expr), found);
  }
  return found;
}

/** A name that no text can have. */
const isMoment = (expr: Expr): boolean =>
  (expr.kind === "symbol" || expr.kind === "index" || expr.kind === "call") &&
  /^(?:E|Var|Cov)\(/.test(expr.name);

/** A variance is not negative, and that of a family is so at every place. */
function notNegative(expr: Expr, { normal }: RandomNames): Fact[] {
  if ((expr.kind !== "symbol" && expr.kind !== "index") || !expr.name.startsWith("Var(")) return [];
  const general: Expr =
    expr.kind === "symbol"
      ? expr
      : { ...expr, indices: expr.indices.map((_, i) => symbol(`i_${i + 1}_`)) };
  const isPositive = normal.some((all) => [...all].some((name) => expr.name === `Var(${name})`));
  const text = isPositive ? "a normal variable has a variance" : "a variance is not negative";
  return [{ kind: "compare", expr: general, relation: isPositive ? ">" : ">=", text }];
}

/** The mean, the variance or the covariance of two variables that are normal together: any that agree are some pair's. */
export const isOfNormalPair = (moment: Expr, { normal }: RandomNames): boolean => {
  const [, ...names] =
    (moment.kind === "symbol" && /^(?:E|Var|Cov)\((\w+)(?:, (\w+))?\)$/.exec(moment.name)) || [];
  const stated = names.filter((name) => name !== undefined);
  return (
    stated.length > 0 && normal.some((all) => all.size === 2 && stated.every((n) => all.has(n)))
  );
};

/** Of variables that are normal together the square of the covariance is at most the product of the variances. */
const notBeyond = (moments: ReadonlyMap<string, Expr>): Fact[] =>
  [...moments.keys()].flatMap((key): Fact[] => {
    const [, one, two] = /^Cov\((\w+), (\w+)\)$/.exec(key) ?? [];
    if (one === undefined) return [];
    const variances = [one, two].map((name) => symbol(`Var(${name})`));
    const expr = subtract(times(...variances), toThe(symbol(key), number(2n)));
    return [{ kind: "compare", expr, relation: ">=", text: "a correlation is at most 1" }];
  });

/** What holds of moments, whatever the distribution. */
export const supposedOf = (moments: ReadonlyMap<string, Expr>, names: RandomNames): Fact[] => [
  ...[...moments.values()].flatMap((one) => notNegative(one, names)),
  ...notBeyond(moments),
];
