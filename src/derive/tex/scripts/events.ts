import { call, type Expr } from "../../tree/expression.js";
import { setAt } from "./sets.js";
import { is, peek, type Reading, refuse, take } from "../reading/reading.js";

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
  const relation = sign.kind === "command" ? ofSets[sign.text] : undefined;
  if (relation !== undefined) {
    take(reading);
    return call(relation, first, setOperation(reading, setAt(reading)));
  }
  return isSet ? setOperation(reading, first) : first;
}

/** Relations of sets, as they stand in a tree. */
const ofSets: Readonly<Record<string, string>> = {
  in: "elementOf",
  notin: "notElementOf",
  subset: "subsetOf",
  subseteq: "subsetOrEqual",
  to: "tendsTo",
  rightarrow: "tendsTo",
};

/** Reads on after a set: `A \cap B`, `A \cup B \cup C`. Different signs need parentheses. */
export function setOperation(reading: Reading, first: Expr): Expr {
  const sign = peek(reading);
  if (sign.kind !== "command" || !Object.hasOwn(sets, sign.text)) return first;
  let [whole, isClear] = [first, !isOpenSum(reading, first)];
  while (is(peek(reading), sign.text)) {
    take(reading);
    const next = setAt(reading);
    isClear &&= !isOpenSum(reading, next);
    whole = call(sets[sign.text], whole, next);
  }
  if (isClear && !Object.hasOwn(sets, peek(reading).text)) return whole;
  const what = "which of these sets are joined first is not clear";
  throw refuse(reading, isClear ? peek(reading) : sign, what, "write (A \\cap B) \\cup C");
}

/** Whether a sum without parentheses ends here: `A \cap B + C`. */
const isOpenSum = ({ tokens, next }: Reading, { kind }: Expr): boolean =>
  kind === "add" && !is(tokens[next - 1], ")");

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
