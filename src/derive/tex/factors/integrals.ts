import { call, type Expr, negate, symbol, treeKey } from "../../tree/expression.js";
import { argument } from "../scripts/arguments.js";
import { setAt } from "../scripts/sets.js";
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
import { startsFactor } from "./startsFactor.js";
import { startsSymbol } from "../scripts/scripted.js";
import { readName } from "../symbols/symbols.js";

/** Whether `dx` comes next and an integral waits for it; `d \cdot x` is a product. */
export function isDifferential(reading: Reading): boolean {
  if (reading.integrals === 0) return false;
  return reading.differentials.length > 0 || startsDifferential(reading);
}

function startsDifferential(reading: Reading): boolean {
  const token = peek(reading);
  const isD = token.text === "d" && (token.kind === "letter" || token.command === "mathrm");
  return isD && startsSymbol(reading, 1);
}

const infinity = symbol("Infinity");

/** Reads `\int_a^b … dx`, and `\iint_{\mathbb{R}^2} … dx dy`. */
export function integral(reading: Reading): Expr {
  const operator = take(reading);
  const count = { int: 1, iint: 2, iiint: 3 }[operator.text] ?? 1;
  let lower: Expr | undefined;
  let upper: Expr | undefined;
  for (;;) {
    if (is(peek(reading), "_") && isWholeSpace(reading, count))
      [lower, upper] = [negate(infinity), infinity];
    else if (count === 1 && !lower && takes(reading, "_")) lower = lowerLimit(reading);
    else if (count === 1 && !upper && takes(reading, "^"))
      upper = argument(reading, "the upper limit");
    else break;
  }
  const isOpen = !lower && !upper && count === 1;
  const isOverSet = count === 1 && lower !== undefined && isSet(lower) && !upper;
  if (!isOpen && !isOverSet && (!lower || !upper)) {
    throw refuse(
      reading,
      operator,
      "an integral needs both limits",
      "write \\int_{a}^{b} f \\,dx, over the line \\int_{-\\infty}^{\\infty}, over a set \\int_{S} f \\,dx",
    );
  }
  if (!is(peek(reading), "-") && is(peek(reading), "+")) throw unexpected(reading, "the integrand");
  const isEmpty = startsDifferential(reading);
  reading.integrals += count;
  let expr = reading.grammar.sum(reading);
  for (let i = 0; i < count; i++) {
    const name = symbol(differential(reading));
    reading.integrals--;
    if (isOpen) expr = call("antiderivative", expr, name);
    else if (isOverSet) expr = overSet(expr, name, lower!);
    else expr = call("integrate", expr, name, lower!, upper!);
  }
  if (reading.integrals === 0 && startsDifferential(reading)) {
    throw refuse(
      reading,
      peek(reading),
      "a differential without its integral",
      "write d \\cdot x for a product",
    );
  }
  refuseAfter(reading, isEmpty);
  Object.assign(reading, { tail: [], bare: undefined });
  return expr;
}

/** `\int_{S} f \,dx` over a set, and `\int_x f \,dx` over values that are not listed. */
const overSet = (of: Expr, name: Expr, set: Expr): Expr =>
  treeKey(set) === treeKey(name)
    ? call("integrateOver", of, name)
    : call("integrateOver", of, name, set);

const isSet = (expr: Expr): boolean =>
  expr.kind === "symbol" || (expr.kind === "call" && expr.name === "numbers");

/** Where an integral begins, or the set over which it ranges: `_{\mathbb{R}^n}`. */
function lowerLimit(reading: Reading): Expr {
  if (!is(peek(reading), "{") || peek(reading, 1).command !== "mathbb")
    return argument(reading, "the lower limit");
  take(reading);
  return enclosed(reading, () => {
    const set = setAt(reading);
    needs(reading, "}", "} after the set");
    return set;
  });
}

/** The name after the d that ends an integrand, or stood in a numerator of it. */
function differential(reading: Reading): string {
  const { differentials } = reading;
  if (differentials.length > 0) return differentials.pop()!;
  if (!startsDifferential(reading)) {
    throw unexpected(reading, "the differential, for instance \\,dx, or a further factor");
  }
  take(reading);
  return readName(reading);
}

/** `\int_0^1 dx\, x^2` and `\int_0^1 x\,d\mu(x)`: what follows a differential may belong to the integral. */
function refuseAfter(reading: Reading, isEmpty: boolean): void {
  if (reading.integrals > 0) return;
  const token = peek(reading);
  const isMultiplied = is(token, "cdot") || is(token, "times") || is(token, "/");
  if (!startsFactor(reading) && !(isEmpty && isMultiplied)) return;
  throw refuse(
    reading,
    token,
    "what follows a differential may belong to the integrand or to the differential",
    "put the differential last, or the integral in parentheses",
  );
}

/** `_{\mathbb{R}}`, and for several integrals `_{\mathbb{R}^2}`. */
function isWholeSpace(reading: Reading, count: number): boolean {
  const inBraces = is(peek(reading, 1), "{");
  const space = peek(reading, inBraces ? 2 : 1);
  if (space.command !== "mathbb" || space.text !== "R") return false;
  let length = inBraces ? 3 : 2;
  if (inBraces && count > 1 && is(peek(reading, length), "^")) length += 2;
  if (inBraces && !is(peek(reading, length), "}")) return false;
  reading.next += length + (inBraces ? 1 : 0);
  return true;
}
