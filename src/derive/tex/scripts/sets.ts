import { call, type Expr } from "../../tree/expression.js";
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
  if (token.sized !== "right" && is(token, "(")) {
    throw refuse(
      reading,
      token,
      "this interval leaves out its ends",
      "write the comparisons: a < x < b",
    );
  }
  return reading.grammar.sum(reading);
}

function listed(reading: Reading): Expr {
  take(reading);
  return enclosed(reading, () => {
    const items = [reading.grammar.sum(reading)];
    while (takes(reading, ",")) items.push(reading.grammar.sum(reading));
    needs(reading, "\\}", "\\} or a comma");
    return call("setOf", ...items);
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
