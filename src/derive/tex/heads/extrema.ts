import { call, type Expr, symbol } from "../../tree/expression.js";
import { rangedSigns } from "../../tree/ranged.js";
import { binding, is, peek, type Reading, refuse, take } from "../reading/reading.js";
import { refuseSign } from "../factors/loose.js";
import { rangeBelow } from "./ranges.js";

/** Whether an operator such as `\max` with a range below it comes next. */
export function startsExtremum(reading: Reading): boolean {
  const { kind, text } = peek(reading);
  const isOperator = kind === "command" && Object.hasOwn(rangedSigns, text);
  return isOperator && is(peek(reading, 1), "_");
}

/** Reads `\max_{x} f(x)`, `\arg\min_{\theta \in S} L`, `\sup_{x > 0} f(x)`, each with the product that follows. */
export function extremum(reading: Reading): Expr {
  const { text } = take(reading);
  take(reading);
  const { names, letters, set, from, where } = rangeBelow(reading, `${rangedSigns[text]}_{x}`);
  if (from !== undefined) {
    throw refuse(
      reading,
      peek(reading),
      "it is not said where this range ends",
      `write ${rangedSigns[text]}_{1 \\le i \\le n}`,
    );
  }
  refuseSign(reading);
  const read = (): Expr => reading.grammar.product(reading);
  const body = [...names, ...letters].reduce(
    (inner, name) => () => binding(reading, name, inner),
    read,
  )();
  reading.tail = [...names, ...reading.tail];
  if (where.length > 0) return call(`${text}Where`, body, ...where);
  const [name, ...more] = names.map(symbol);
  const over: Expr = more.length > 0 ? { kind: "list", items: [name, ...more] } : name;
  return call(`${text}Over`, body, over, ...(set ? [set] : []));
}

/** Refuses `\max` and its like with nothing below and no arguments behind. */
export function refuseBareExtremum(reading: Reading): never {
  const token = peek(reading);
  const sign = rangedSigns[token.text];
  throw refuse(
    reading,
    token,
    `${sign} stands without what it ranges over`,
    `write ${sign}_{x} f(x), or ${sign}_{x \\in S} f(x)`,
  );
}
