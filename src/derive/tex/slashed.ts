import { call, type Expr } from "../expression.js";
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
} from "./reading.js";
import { readScripted, startsSymbol } from "./scripted.js";
import { startsFactor } from "./startsFactor.js";
import { withBelow } from "./symbols.js";

/** Whether a derivative in one line comes next: `\mathrm{d}y/\mathrm{d}x`, `\partial L / \partial w`. */
export function startsSlashed(reading: Reading): boolean {
  const first = peek(reading);
  if (!isD(first)) return false;
  const isName = [reading.declared, reading.evidence].some(({ symbols }) => symbols.has("d"));
  if (isName && first.kind === "letter") return false;
  let [ahead, depth] = [1, 0];
  for (; ahead < 24; ahead++) {
    const token = peek(reading, ahead);
    if (is(token, "{")) depth++;
    if (is(token, "}")) depth--;
    if (depth < 0 || token.kind === "end" || token.kind === "relation") return false;
    if (depth === 0 && is(token, "/")) break;
    if (depth === 0 && ahead > 1 && startsTerm(reading, ahead)) return false;
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
  const by = oneName(reading);
  const of = startsFactor(reading) ? reading.grammar.factor(reading) : [];
  const next = peek(reading);
  const isUnclear = startsFactor(reading) || is(next, "cdot") || is(next, "times");
  if (of.length === 1 && !isUnclear) return call("partial", of[0], by);
  throw refuse(
    reading,
    place,
    "it is not clear how far this derivative reaches",
    "put what is differentiated in parentheses, and a factor that is not in front",
  );
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
