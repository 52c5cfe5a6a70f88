import { call, type Expr, symbol } from "../expression.js";
import { argument } from "./arguments.js";
import {
  binding,
  is,
  needs,
  peek,
  enclosed,
  mentions,
  type Reading,
  refuse,
  take,
  takes,
  unexpected,
} from "./reading.js";
import type { Token } from "./tokens.js";
import { readName } from "./symbols.js";

/** Reads `\sum_{n=1}^{N}` or `\prod_{n=1}^{N}` with what it ranges over: the whole product that follows. */
export function bigOperator(reading: Reading): Expr {
  const operator = take(reading);
  const range = `\\${operator.text}_{n=1}^{N}`;
  let lower: { name: string; from: Expr } | undefined;
  let upper: Expr | undefined;
  for (;;) {
    if (!lower && takes(reading, "_")) lower = lowerLimit(reading, range);
    else if (!upper && takes(reading, "^")) upper = argument(reading, "the upper limit");
    else break;
  }
  if (!lower || !upper) {
    throw refuse(
      reading,
      operator,
      `\\${operator.text} must name its index with both limits`,
      `write ${range}`,
    );
  }
  if (is(peek(reading), "-")) {
    throw refuse(
      reading,
      peek(reading),
      "a sign right after the limits",
      "put what it ranges over in parentheses",
    );
  }
  const { name, from } = lower;
  const begin = reading.next;
  const body = binding(reading, name, () => reading.grammar.product(reading));
  if (operator.text === "prod" && !isOneGroup(reading, begin)) {
    refuseLoose(reading, operator, body, name);
  }
  reading.tail = [name, ...reading.tail];
  return call(operator.text, body, symbol(name), from, upper);
}

/** Whether what was read from a place on is one pair of parentheses. */
function isOneGroup({ tokens, next }: Reading, begin: number): boolean {
  let depth = 0;
  for (let at = begin; at < next; at++) {
    if (is(tokens[at], "(")) depth++;
    if (is(tokens[at], ")")) depth--;
    if (depth === 0) return at === next - 1;
  }
  return false;
}

/** `\prod_{n=1}^N p_n c`: unlike a sum, a product does not let a factor out of it. */
function refuseLoose(reading: Reading, operator: Token, body: Expr, name: string): void {
  if (body.kind !== "mul" || reading.scouting || mentions(body.factors.at(-1)!, name)) return;
  throw refuse(
    reading,
    operator,
    `it is not clear whether the last factor belongs to the product over ${name}`,
    "put what it ranges over in parentheses, or the factor in front",
  );
}

function lowerLimit(reading: Reading, range: string): { name: string; from: Expr } {
  if (!is(peek(reading), "{"))
    throw unexpected(reading, `the index and where it begins, as in ${range}`);
  take(reading);
  return enclosed(reading, () => {
    const name = readName(reading);
    if (is(peek(reading), ",")) {
      throw refuse(
        reading,
        peek(reading),
        "two indices on one sign",
        "write one sign with its limits for each index",
      );
    }
    needs(reading, "=", `= and where the index begins, as in ${range}`);
    const from = reading.grammar.sum(reading);
    needs(reading, "}", "} after the lower limit");
    return { name, from };
  });
}
