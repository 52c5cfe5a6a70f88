import { call, type Expr } from "../../tree/expression.js";
import { isD } from "./derivatives.js";
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
import { highestOrder } from "../reading/letters.js";
import { readScripted, startsSymbol } from "../scripts/scripted.js";
import { startsFactor } from "./startsFactor.js";
import { withBelow } from "../symbols/symbols.js";

/** Tokens between a d and its slash: a name with its scripts, not the rest of the page. */
const longest = 24;

/** Whether a derivative in one line comes next: `\mathrm{d}y/\mathrm{d}x`, `\partial L / \partial w`. */
export function startsSlashed(reading: Reading, from = 0): boolean {
  const first = peek(reading, from);
  if (!isD(first)) return false;
  const isName = [reading.declared, reading.evidence].some(({ symbols }) => symbols.has("d"));
  if (isName && first.kind === "letter") return false;
  let [ahead, depth] = [from + 1, 0];
  for (; ahead < from + longest; ahead++) {
    const token = peek(reading, ahead);
    if (is(token, "{")) depth++;
    if (is(token, "}")) depth--;
    if (depth < 0 || token.kind === "end" || token.kind === "relation") return false;
    if (depth === 0 && is(token, "/")) break;
    if (depth === 0 && ahead > from + 1 && startsTerm(reading, ahead)) return false;
  }
  const second = peek(reading, ahead + 1);
  const isSame = is(second, "partial") === is(first, "partial");
  const isNamed = startsSymbol(reading, ahead + 2) || is(peek(reading, ahead + 2), "{");
  return isD(second) && isSame && isNamed;
}

/** Whether something other than a script of the name above stands there. */
function startsTerm(reading: Reading, ahead: number): boolean {
  const before = peek(reading, ahead - 1);
  if (is(before, "_") || is(before, "^") || is(before, "{")) return false;
  return ["+", "-", "cdot", "(", ")", ","].some((sign) => is(peek(reading, ahead), sign));
}

/** Reads it, with the one name above and the one below. */
export function slashed(reading: Reading): Expr {
  const name = is(take(reading), "partial") ? "partial" : "D";
  const above = oneName(reading);
  needs(reading, "/", "/ and the name by which is differentiated");
  take(reading);
  const below = oneName(reading);
  return call(name, above, below);
}

/** Reads `\partial_x f`: the derivative of the one factor that follows. */
export function partialOf(reading: Reading): Expr {
  const place = take(reading);
  if (!takes(reading, "_")) throw unexpected(reading, "the name below: \\partial_x f");
  const { by, order } = ordered(reading);
  const of = startsFactor(reading) ? reading.grammar.factor(reading) : [];
  const next = peek(reading);
  const isUnclear = startsFactor(reading) || is(next, "cdot") || is(next, "times");
  if (of.length === 1 && !isUnclear) {
    return Array.from({ length: order }).reduce((expr: Expr) => call("partial", expr, by), of[0]);
  }
  throw refuse(
    reading,
    place,
    "it is not clear how far this derivative reaches",
    "put what is differentiated in parentheses, and a factor that is not in front",
  );
}

/** The name below `\partial`, and how often is differentiated by it: `\partial_x^2`. */
function ordered(reading: Reading): { by: Expr; order: number } {
  if (is(peek(reading), "{")) return { by: oneName(reading), order: orderAbove(reading) };
  if (!startsSymbol(reading)) throw unexpected(reading, "the name by which is differentiated");
  const { above, ...scripted } = readScripted(reading);
  const by = withBelow(reading, scripted);
  if (above === undefined) return { by, order: 1 };
  const order = above.kind === "number" && above.value.isInteger ? above.value.toNumber() : 0;
  if (order >= 1 && order <= highestOrder) return { by, order };
  throw refuse(
    reading,
    scripted.token,
    `the order of a derivative must be a number from 1 to ${highestOrder}`,
  );
}

function orderAbove(reading: Reading): number {
  if (!takes(reading, "^")) return 1;
  const { text } = take(reading);
  if (/^[1-9]$/.test(text)) return Number(text);
  throw unexpected(reading, "a number from 1 to 9");
}

/** A name, perhaps in braces. */
function oneName(reading: Reading): Expr {
  if (takes(reading, "{")) {
    return enclosed(reading, () => {
      const expr = oneName(reading);
      needs(reading, "}", "} after the name");
      return expr;
    });
  }
  if (!startsSymbol(reading)) throw unexpected(reading, "a name");
  const scripted = readScripted(reading);
  if (!scripted.above) return withBelow(reading, scripted);
  throw refuse(reading, scripted.token, "this must be a name alone", "write \\frac{d^2 y}{dx^2}");
}
