import { isInfinity } from "../../tree/constants.js";
import { type Expr, number } from "../../tree/expression.js";
import { enclosed, is, peek, type Reading, refuse, take, takes } from "../reading/reading.js";
import type { SideRelation } from "../statements/chains.js";
import type { NameFact } from "./openers.js";
import { progression } from "../ellipsis/progressions.js";

/** What a membership says of a name: `x \in [0, 1)` that it is in bounds, `n \in \mathbb{Z}` that it is whole. */
export interface Membership {
  facts: NameFact[];
  bounds: [SideRelation, Expr][];
}

/** Reads the set after `\in`: the numbers ℝ and ℤ, with a bound at 0, an interval, or whole numbers in braces. */
export function membership(reading: Reading): Membership {
  const token = peek(reading);
  if (token.kind === "word" && token.command === "mathbb") return numbers(reading);
  if (is(token, "(") || is(token, "[")) return interval(reading);
  if (is(token, "\\{")) return braced(reading);
  throw refuse(
    reading,
    token,
    "this set is not read",
    "write where the name lies as comparisons, 0 < x < 1, or leave the condition out and say it in the text around",
  );
}

function numbers(reading: Reading): Membership {
  const token = take(reading);
  const whole: NameFact[] = token.text === "R" ? [] : ["integer"];
  if (token.text === "N") {
    if (!takesZero(reading)) {
      const what = "the natural numbers begin at 0 or at 1";
      throw refuse(reading, token, what, "write n \\in \\mathbb{Z} with n \\ge 0 or n \\ge 1");
    }
    return { facts: ["integer", ">="], bounds: [] };
  }
  if (token.text !== "R" && token.text !== "Z") {
    const what = `\\mathbb{${token.text}} is not read as a set`;
    throw refuse(reading, token, what, "write \\mathbb{R} or \\mathbb{Z}");
  }
  if (is(peek(reading), "^") || (is(peek(reading), "_") && !isBounded(reading))) {
    const what = "what this subset leaves out, or how long its lists are, is not clear";
    const advice =
      "write the comparison with 0, x > 0; for a vector leave the condition out and state `x vector` among the assumptions";
    throw refuse(reading, peek(reading), what, advice);
  }
  if (takes(reading, "_")) {
    const [, relation] = [take(reading), take(reading)];
    reading.next += 2;
    return { facts: [...whole, relation.text as NameFact], bounds: [] };
  }
  if (!is(peek(reading), "setminus")) return { facts: whole, bounds: [] };
  const without = [1, 2, 3].map((ahead) => peek(reading, ahead).text).join("");
  if (without !== "\\{0\\}") {
    throw refuse(reading, peek(reading), "only \\{0\\} may be left out", "write x \\ne a for each");
  }
  reading.next += 4;
  return { facts: [...whole, "!="], bounds: [] };
}

/** `_{>0}` and its like. */
function isBounded(reading: Reading): boolean {
  const [open, sign, zero, close] = [1, 2, 3, 4].map((ahead) => peek(reading, ahead));
  const isBound = sign.kind === "relation" && ["<", "<=", ">", ">=", "!="].includes(sign.text);
  return is(open, "{") && isBound && zero.text === "0" && is(close, "}");
}

/** The index of `\mathbb{N}_0`. */
function takesZero(reading: Reading): boolean {
  if (!is(peek(reading), "_") || peek(reading, 1).text !== "0") return false;
  reading.next += 2;
  return true;
}

function interval(reading: Reading): Membership {
  const open = take(reading);
  return enclosed(reading, () => {
    const from = reading.grammar.sum(reading);
    if (!takes(reading, ",")) {
      throw refuse(reading, peek(reading), "an interval has two ends", "write [a, b]");
    }
    const to = reading.grammar.sum(reading);
    const close = take(reading);
    if (!is(close, ")") && !is(close, "]")) {
      throw refuse(reading, close, "an interval ends in ) or ]", "write [a, b]");
    }
    const bounds: [SideRelation, Expr][] = [];
    if (!isInfinite(from)) bounds.push([is(open, "[") ? ">=" : ">", from]);
    if (!isInfinite(to)) bounds.push([is(close, "]") ? "<=" : "<", to]);
    return { facts: [], bounds };
  });
}

const isInfinite = (expr: Expr): boolean =>
  expr.kind === "neg" ? isInfinite(expr.of) : isInfinity(expr);

/** `\{1, 2, \dots, n\}` and `\{0, 1, 2, \dots\}`. */
function braced(reading: Reading): Membership {
  const open = take(reading);
  const first = take(reading);
  const range =
    first.kind === "number" ? progression(reading, number(BigInt(first.text))) : undefined;
  if (range === undefined || !takes(reading, "\\}")) {
    const what = "only whole numbers one after the other are read in braces";
    throw refuse(reading, open, what, "write \\{1, 2, \\dots, n\\}, or a condition for each value");
  }
  const bounds: [SideRelation, Expr][] = [[">=", range.from]];
  if (range.to) bounds.push(["<=", range.to]);
  return { facts: ["integer"], bounds };
}
