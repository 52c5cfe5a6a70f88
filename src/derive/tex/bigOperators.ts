import { call, type Expr, symbol } from "../expression.js";
import { argument } from "./arguments.js";
import {
  binding,
  is,
  needs,
  peek,
  enclosed,
  type Reading,
  refuse,
  take,
  takes,
  unexpected,
} from "./reading.js";
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
  const body = binding(reading, name, () => reading.grammar.product(reading));
  reading.tail = [name, ...reading.tail];
  return call(operator.text, body, symbol(name), from, upper);
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
