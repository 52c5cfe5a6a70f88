import { DerivationError } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { parse } from "../read/parse.js";
import { isStatement, readStatement } from "../read/proposition.js";

/** An equation among assumptions, `a + b = 1`. */
export interface Equation {
  left: Expr;
  right: Expr;
  text: string;
}

/** A comparison that is stated beside an equation, `0 < a` of `0 < a = b`. */
interface Compared {
  name: string;
  args: Expr[];
}

/** Words by which comparisons are made one text. */
const joined = /\b(and|not)\b/;

/**
 * Reads an assumption in which an equation stands, `a + b = 1` or `0 < w = v`, or which is several, `a != b and b != c`;
 * undefined for another text.
 *
 * @throws DerivationError for alternatives
 */
export function readEquation(
  text: string,
): { equations: Equation[]; others: Compared[] } | undefined {
  if (!isStatement(text)) return undefined;
  const tree = readStatement(text, parse);
  if (tree.kind !== "call") return undefined;
  if (tree.name === "or") {
    const why = "it is one of several alternatives: state it as the premise of =>";
    throw new DerivationError(`assumption \`${text}\`: ${why}`);
  }
  const all = (tree.name === "and" ? tree.args : [tree]) as Compared[];
  if (!all.some(({ name }) => name === "=") && !joined.test(text)) return undefined;
  return {
    equations: all.flatMap(({ name, args: [left, right] }) =>
      name === "=" ? [{ left, right, text }] : [],
    ),
    others: all.filter(({ name }) => name !== "="),
  };
}
