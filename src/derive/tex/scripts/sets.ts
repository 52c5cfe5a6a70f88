import { call, type Expr, number, symbol } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import {
  enclosed,
  is,
  needs,
  peek,
  type Reading,
  refuse,
  take,
  takes,
} from "../reading/reading.js";

/** The sets of numbers as they are set: `\mathbb{R}`. */
const ofNumbers = new Set("R Z N Q C".split(" "));

/** Reads a set: a name, `\{a, b, c\}`, the closed interval `[a, b]` or numbers such as `\mathbb{R}`. */
export function setAt(reading: Reading): Expr {
  const token = peek(reading);
  if (is(token, "\\{")) return listed(reading);
  if (is(token, "[")) return closedInterval(reading);
  if (token.command === "mathbb" && ofNumbers.has(token.text)) return numbers(reading);
  if (is(token, "emptyset") || is(token, "varnothing")) return emptySet(reading);
  const isInterval = token.sized !== "right" && is(token, "(") && holdsComma(reading);
  if (isInterval) return openInterval(reading);
  return reading.grammar.sum(reading);
}

/** `\emptyset`, as the set of nothing. */
export function emptySet(reading: Reading): Expr {
  take(reading);
  return call("setOf", symbol("nothing"));
}

/** `\{a, b, \dots\}`, or with a condition `\{x : x > 0\}`. */
export function listed(reading: Reading): Expr {
  const open = take(reading);
  return enclosed(reading, () => {
    reading.given = true; // a bar separates a condition
    const items = [element(reading)];
    while (takes(reading, ",")) items.push(element(reading));
    const bar = peek(reading);
    const isWhere = [":", "|", "\\mid"].some((sign) => takes(reading, sign));
    const conditions = isWhere ? [element(reading)] : [];
    while (isWhere && takes(reading, ",")) conditions.push(element(reading));
    needs(reading, "\\}", "\\} or a comma");
    const [of, ...others] = items;
    if (isWhere && others.length === 0) return call("setWhere", of, ...conditions);
    // `\{a_k, k \in K\}` and `\{y \in A, y > 0\}`
    const isOfConditions = items.length > 1 && others.every(isCondition);
    if (!isWhere && isOfConditions && isUsedIn(of, others)) return call("setWhere", of, ...others);
    if (!isWhere && !items.some(isCondition)) return call("setOf", ...items);
    throw refuse(
      reading,
      isWhere ? bar : open,
      "it is not clear what of this set is an element and what a condition",
      "write one element before the bar: \\{(x, y) \\mid x \\in A, y \\in A\\}",
    );
  });
}

const conditionNames = new Set(
  "elementOf notElementOf subsetOf subsetOrEqual equal lessThan moreThan atMost atLeast other allOf".split(
    " ",
  ),
);

const isCondition = (expr: Expr): boolean => expr.kind === "call" && conditionNames.has(expr.name);

/** Whether conditions speak of what is in an element, so that they are no elements beside it. */
function isUsedIn(first: Expr, conditions: readonly Expr[]): boolean {
  const element = isCondition(first) && first.kind === "call" ? first.args[0] : first;
  if (element === first && first.kind === "symbol") return false; // `\{x, x \in A\}`
  const names = freeNames(element);
  return conditions.every((one) => meets(names, freeNames(one)));
}

const meets = (names: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...others].some((name) => names.has(name));

/** An element of a set, or a condition. */
function element(reading: Reading): Expr {
  const dots = ["dots", "ldots", "cdots"].some((sign) => takes(reading, sign));
  if (dots) return call("dots", number(3n));
  const first = reading.grammar.sum(reading);
  const of = reading.grammar.event(reading, first);
  return of === first && takes(reading, "=")
    ? call("equal", first, reading.grammar.sum(reading))
    : of;
}

function holdsComma(reading: Reading): boolean {
  let depth = 0;
  for (let ahead = 0; ; ahead++) {
    const token = peek(reading, ahead);
    if (["(", "[", "{"].some((sign) => is(token, sign))) depth++;
    if ([")", "]", "}"].some((sign) => is(token, sign)) && --depth === 0) return false;
    if (depth === 1 && is(token, ",")) return true;
    if (token.kind === "end") return false;
  }
}

/** `(a, b)` behind `\in`: an interval or a pair, as it is written. */
function openInterval(reading: Reading): Expr {
  const open = take(reading);
  return enclosed(reading, () => {
    const items = [reading.grammar.sum(reading)];
    while (takes(reading, ",")) items.push(reading.grammar.sum(reading));
    if (takes(reading, ")")) return call("openInterval", ...items);
    throw refuse(
      reading,
      open,
      "this interval leaves out an end",
      "write the comparisons: a < x \\le b",
    );
  });
}

function closedInterval(reading: Reading): Expr {
  const open = take(reading);
  return enclosed(reading, () => {
    const from = reading.grammar.sum(reading);
    needs(reading, ",", "the comma of an interval [a, b]");
    const to = reading.grammar.sum(reading);
    if (takes(reading, "]")) return call("closedInterval", from, to);
    throw refuse(
      reading,
      open,
      "this interval leaves out an end",
      "write the comparisons: a \\le x < b",
    );
  });
}

/** `\mathbb{R}`, `\mathbb{R}^n`, as the name Reals with the length of its lists. */
function numbers(reading: Reading): Expr {
  const { text } = take(reading);
  const power = takes(reading, "^") ? [reading.grammar.factor(reading)[0]] : [];
  return call("numbers", { kind: "symbol", name: text }, ...power);
}
