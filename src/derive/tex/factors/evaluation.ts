import { call, type Expr, negate, symbol } from "../../tree/expression.js";
import { argument } from "../scripts/arguments.js";
import {
  enclosed,
  is,
  needs,
  peek,
  type Reading,
  refuse,
  take,
  takes,
  unexpected,
} from "../reading/reading.js";
import { mentions } from "../../tree/names.js";
import { readName } from "../symbols/symbols.js";
import { vocabularyOf } from "../reading/vocabulary.js";

/** Whether the next bar is one at which the expression before is evaluated: `F \Big|_a^b`. */
export function isAtBar(reading: Reading): boolean {
  const { sized } = peek(reading);
  const after = peek(reading, 1);
  return (
    sized !== "left" &&
    sized !== "right" &&
    reading.bars === 0 &&
    (is(after, "_") || is(after, "^"))
  );
}

/** Reads `|_{x=a}^{x=b}` after an expression. */
export function atBar(reading: Reading, of: Expr): Expr {
  take(reading);
  return atLimits(reading, of);
}

interface Limit {
  name?: string;
  value: Expr;
}

/** Reads the limits after a bracket or bar: the value at one place, or the difference of the values at two. */
export function atLimits(reading: Reading, of: Expr): Expr {
  const place = peek(reading);
  let lower: Limit | undefined;
  let upper: Limit | undefined;
  for (;;) {
    if (!lower && takes(reading, "_")) lower = limit(reading);
    else if (!upper && takes(reading, "^")) upper = limit(reading);
    else break;
  }
  if (!lower) throw unexpected(reading, "the place _{x=a} at which the expression is taken");
  const name = lower.name ?? upper?.name ?? onlyName(of, lower.value, upper?.value);
  if (name === undefined || (upper?.name !== undefined && upper.name !== name)) {
    throw refuse(
      reading,
      place,
      "it is not clear which name takes these values",
      "write it: \\left[F\\right]_{x=a}^{x=b}",
    );
  }
  const at = ({ value }: Limit) => call("at", of, symbol(name), value);
  return upper ? { kind: "add", terms: [at(upper), negate(at(lower))] } : at(lower);
}

function limit(reading: Reading): Limit {
  if (!isNamed(reading)) return { value: argument(reading) };
  take(reading);
  return enclosed(reading, () => {
    const name = readName(reading);
    needs(reading, "=", "= and a value");
    const value = reading.grammar.sum(reading);
    needs(reading, "}", "} after the value");
    return { name, value };
  });
}

/** Whether the braces that come next hold `x=a`. */
function isNamed(reading: Reading): boolean {
  let open = 0;
  for (let ahead = 0; ; ahead++) {
    const token = peek(reading, ahead);
    if (is(token, "{")) open++;
    else if (is(token, "}")) open--;
    if (open === 0 || token.kind === "end") return false;
    if (open === 1 && is(token, "=")) return true;
  }
}

/** The one name of an expression that does not stand in the limits. */
function onlyName(of: Expr, ...limits: (Expr | undefined)[]): string | undefined {
  const names = [...vocabularyOf([of]).symbols].filter(
    (name) =>
      name !== "pi" &&
      mentions(of, name) &&
      !limits.some((limit) => limit && mentions(limit, name)),
  );
  return names.length === 1 ? names[0] : undefined;
}
