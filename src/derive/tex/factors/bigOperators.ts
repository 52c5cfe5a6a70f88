import type { DerivationError } from "../../tree/errors.js";
import { call, type Expr, symbol } from "../../tree/expression.js";
import { argument } from "../scripts/arguments.js";
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
} from "../reading/reading.js";
import { type Over, over } from "../heads/sumsOver.js";
import { refuseLoose, refuseSign } from "./loose.js";
import { startsSymbol } from "../scripts/scripted.js";
import { readName } from "../symbols/symbols.js";

/** Reads `\sum_{n=1}^{N}` or `\prod_{n=1}^{N}` with what it ranges over: the whole product that follows. */
export function bigOperator(reading: Reading): Expr {
  const operator = take(reading);
  const range = `\\${operator.text}_{n=1}^{N}`;
  let lower: Lower | Over | undefined;
  let upper: Expr | undefined;
  for (;;) {
    if (!lower && takes(reading, "_")) lower = lowerLimit(reading, range);
    else if (!upper && takes(reading, "^")) upper = argument(reading, "the upper limit");
    else break;
  }
  if (lower && "names" in lower && !upper) return over(reading, operator, lower);
  if (!lower || "names" in lower || !upper) {
    throw refuse(
      reading,
      operator,
      `\\${operator.text} must name its index with both limits`,
      `write ${range}`,
    );
  }
  refuseSign(reading);
  const { indices, from } = lower;
  const begin = reading.next;
  const body = bindingAll(reading, indices, () => reading.grammar.product(reading));
  refuseLoose(reading, operator, body, { name: indices.at(-1)!, begin });
  reading.tail = [...indices, ...reading.tail];
  const to = upper;
  return indices.reduceRight(
    (inner, index) => call(operator.text, inner, symbol(index), from, to),
    body,
  );
}

/** `\sum_{n=1}` and `\sum_{i,j=1}`: the indices, and where each of them begins. */
interface Lower {
  indices: string[];
  from: Expr;
}

/** Reads with names bound. */
const bindingAll = (reading: Reading, names: readonly string[], read: () => Expr): Expr =>
  names.reduce((inner: () => Expr, name) => () => binding(reading, name, inner), read)();

function lowerLimit(reading: Reading, range: string): Lower | Over {
  if (!is(peek(reading), "{")) return { names: [oneLetter(reading)] };
  take(reading);
  return enclosed(reading, () => {
    if (!startsSymbol(reading)) throw otherRange(reading, range);
    const names = [readName(reading)];
    while (takes(reading, ",")) names.push(readName(reading));
    if (takes(reading, "}")) return { names };
    if (names.length === 1 && takes(reading, "in")) {
      const set = reading.grammar.sum(reading);
      needs(reading, "}", "} after the set");
      return { names, set };
    }
    if (!takes(reading, "=")) throw otherRange(reading, range);
    const from = reading.grammar.sum(reading);
    needs(reading, "}", "} after the lower limit");
    return { indices: names, from };
  });
}

/** `\sum_{d \mid n}`, `\sum_{i < j}`, `\sum_{\substack{…}}`: what an index runs through is said by its limits, or not at all. */
const otherRange = (reading: Reading, range: string): DerivationError =>
  refuse(
    reading,
    peek(reading),
    "an index with where it begins must stand here",
    `write ${range} with both limits, one sign for each index, or ${range.slice(0, range.indexOf("=")).replace("_{n", "_{x")}} over values that are not listed`,
  );

/** `\sum_i`: TeX takes one letter. */
function oneLetter(reading: Reading): string {
  const expr = argument(reading, "the index and where it begins, as in \\sum_{n=1}^{N}");
  if (expr.kind === "symbol") return expr.name;
  throw unexpected(reading, "the index and where it begins, as in \\sum_{n=1}^{N}");
}
