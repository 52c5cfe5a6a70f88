import { isInfinity } from "../../tree/constants.js";
import { rational } from "../../../num/index.js";
import { type Call, type Expr, negate, number, sumOf, symbol } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";

/** An index with its limits. */
export interface Limits {
  name: string;
  from: Expr;
  to: Expr;
}

/**
 * The indices of a condition that gives each its limits, the outermost first: `1 \le i < j \le n` and `k \ge 0`; undefined
 * for any other condition.
 */
export function limitsOf(condition: Expr): Limits[] | undefined {
  if (condition.kind !== "call") return undefined;
  if (condition.name === "allOf") return ofChain(condition.args as Call[]);
  const [left, right] = condition.args;
  const isAbove = condition.name === "atLeast" || condition.name === "moreThan";
  if (!isAbove || left.kind !== "symbol" || right.kind !== "number") return undefined;
  const from = condition.name === "atLeast" ? right : after(right);
  return [{ name: left.name, from, to: symbol("Infinity") }];
}

/** Each index begins at or behind the one before it, and all end with the last side. */
function ofChain(links: readonly Call[]): Limits[] | undefined {
  if (!links.every(({ name }) => name === "atMost" || name === "lessThan")) return undefined;
  const names = links.slice(1).map(({ args }) => args[0]);
  const [first, last] = [links[0].args[0], links.at(-1)!];
  const ends = new Set([...freeNames(first), ...freeNames(last.args[1])]);
  const found: Limits[] = [];
  const end = last.args[1];
  const isEndless = isInfinity(end);
  const to = last.name === "atMost" || isEndless ? end : moved(end, -1n);
  for (const [i, one] of names.entries()) {
    if (one.kind !== "symbol" || ends.has(one.name)) return undefined;
    ends.add(one.name);
    const before = i === 0 ? first : names[i - 1];
    const from = links[i].name === "atMost" ? before : after(before);
    found.push({ name: one.name, from, to });
  }
  return found;
}

const after = (expr: Expr): Expr => moved(expr, 1n);

function moved(expr: Expr, by: 1n | -1n): Expr {
  if (expr.kind === "number") return number(expr.value.add(rational(by)));
  return sumOf(expr, by > 0n ? number(1n) : negate(number(1n)));
}
