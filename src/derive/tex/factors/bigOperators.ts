import { call, type Expr, symbol } from "../../tree/expression.js";
import { argument } from "../scripts/arguments.js";
import { binding, type Reading, refuse, take, takes } from "../reading/reading.js";
import { type Below, rangeBelow } from "../heads/ranges.js";
import { type Limits, limitsOf } from "../heads/chained.js";
import { over } from "../heads/sumsOver.js";
import { refuseLoose, refuseSign } from "./loose.js";

/** Reads `\sum_{n=1}^{N}` or `\prod_{n=1}^{N}` with what it ranges over: the whole product that follows. */
export function bigOperator(reading: Reading): Expr {
  const operator = take(reading);
  const range = `\\${operator.text}_{n=1}^{N}`;
  let lower: Below | undefined;
  let upper: Expr | undefined;
  for (;;) {
    if (!lower && takes(reading, "_")) lower = rangeBelow(reading, range);
    else if (!upper && takes(reading, "^")) upper = argument(reading, "the upper limit");
    else break;
  }
  if (lower === undefined || (lower.from === undefined) === (upper !== undefined)) {
    throw refuse(
      reading,
      operator,
      `\\${operator.text} must name its index with both limits`,
      `write ${range}`,
    );
  }
  const { names, letters, from, where } = lower;
  refuseSign(reading);
  if (from === undefined && where.length === 0) return over(reading, operator, lower);
  const begin = reading.next;
  const body = bindingAll(reading, [...names, ...letters], () => reading.grammar.product(reading));
  refuseLoose(reading, operator, body, { name: names.at(-1), begin });
  const ranges = where.length === 1 && names.length === 0 ? limitsOf(where[0]) : undefined;
  if (ranges) {
    reading.tail = [...ranges.map(({ name }) => name), ...reading.tail];
    const nest = (inner: Expr, { name, from, to }: Limits) =>
      call(operator.text, inner, symbol(name), from, to);
    return ranges.reduceRight(nest, body);
  }
  if (where.length > 0) {
    const limits = from && upper ? [between(from, symbol(names[0]), upper)] : [];
    return call(`${operator.text}Where`, body, ...limits, ...where);
  }
  reading.tail = [...names, ...reading.tail];
  return names.reduceRight(
    (inner, index) => call(operator.text, inner, symbol(index), from!, upper!),
    body,
  );
}

const between = (from: Expr, name: Expr, to: Expr): Expr =>
  call("allOf", call("atMost", from, name), call("atMost", name, to));

/** Reads with names bound. */
const bindingAll = (reading: Reading, names: readonly string[], read: () => Expr): Expr =>
  names.reduce((inner: () => Expr, name) => () => binding(reading, name, inner), read)();
