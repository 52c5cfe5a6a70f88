import { call, type Expr } from "../../tree/expression.js";
import { setAt } from "./sets.js";
import { is, peek, type Reading, take, takes } from "../reading/reading.js";

const sets: Record<string, string> = { cap: "intersection", cup: "union", setminus: "without" };
/** Comparisons as they stand in a tree, where a relation would be a statement. */
export const comparisons: Readonly<Record<string, string>> = {
  "<": "lessThan",
  ">": "moreThan",
  "<=": "atMost",
  ">=": "atLeast",
  "!=": "other",
};

/** Reads on after the first part of an argument: `A \cap B` and `X \ge c` are events; an `=` is read elsewhere. */
export function event(reading: Reading, first: Expr): Expr {
  const sign = peek(reading);
  const isSet = sign.kind === "command" && Object.hasOwn(sets, sign.text);
  const isComparison = sign.kind === "relation" && Object.hasOwn(comparisons, sign.text);
  if (isComparison) return comparison(reading, first);
  if (takes(reading, "in")) return call("elementOf", first, setAt(reading));
  if (takes(reading, "notin")) return call("notElementOf", first, setAt(reading));
  if (!isSet) return first;
  take(reading);
  const other = reading.grammar.sum(reading);
  let whole = call(sets[sign.text], first, other);
  while (is(peek(reading), sign.text)) {
    take(reading);
    whole = call(whole.name, whole, reading.grammar.sum(reading));
  }
  return whole;
}

/** `X \le b` and `a \le X \le b`. */
function comparison(reading: Reading, first: Expr): Expr {
  const sides = [first];
  const found: Expr[] = [];
  while (Object.hasOwn(comparisons, peek(reading).text) && peek(reading).kind === "relation") {
    const name = comparisons[take(reading).text];
    sides.push(reading.grammar.sum(reading));
    found.push(call(name, ...sides.slice(-2)));
  }
  return found.length === 1 ? found[0] : call("allOf", ...found);
}

/** Letters of probabilities, in which an exponent c is no power. */
const measures = new Set(["P", "Pr", "p"]);

/** What a probability is taken of: there `A^c` is the complement of A. */
export function eventOf(measure: string, expr: Expr): Expr {
  if (!measures.has(measure)) return expr;
  if (isComplement(expr)) return call("complement", expr.left);
  const isSet = expr.kind === "call" && Object.values(sets).includes(expr.name);
  return isSet ? call(expr.name, ...expr.args.map((one) => eventOf(measure, one))) : expr;
}

const isComplement = (expr: Expr): expr is Expr & { kind: "pow" } =>
  expr.kind === "pow" &&
  expr.left.kind === "symbol" &&
  /^[A-Z]/.test(expr.left.name) &&
  expr.right.kind === "symbol" &&
  /^[cC]$/.test(expr.right.name);
