import { call, type Expr } from "../../tree/expression.js";
import { isEvent } from "../../tree/events.js";
import { progression } from "../ellipsis/progressions.js";
import { isDots } from "../ellipsis/dots.js";
import { argument } from "../scripts/arguments.js";
import { startsSymbol } from "../scripts/scripted.js";
import { comparisons } from "../scripts/events.js";
import {
  binding,
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
import { setAt } from "../scripts/sets.js";

/** What stands below a sum, a product or a maximum. */
export interface Below {
  /** The names that range; none where conditions alone say over what. */
  names: string[];
  /** Where they begin: `n=1`. */
  from?: Expr;
  /** What they are in, `x \in S`, or the condition that they meet, `i : x_i > 0`. */
  set?: Expr;
  /** The indices that stand in conditions. */
  letters: string[];
  /** Conditions: `i \ne j`, `1 \le i < j \le n`. */
  where: Expr[];
}

/** Reads what stands below an operator: names, where they begin, a set or conditions. */
export function rangeBelow(reading: Reading, example: string): Below {
  if (!is(peek(reading), "{"))
    return { names: [oneLetter(reading, example)], letters: [], where: [] };
  const letters = lettersOfConditions(reading);
  take(reading);
  return enclosed(reading, () => {
    const found = letters.reduce(
      (read: () => Omit<Below, "letters">, letter) => () => binding(reading, letter, read),
      () => inBraces(reading),
    )();
    if (is(peek(reading), ",")) {
      const advice = "write an operator for each: \\sum_{x \\in S} \\sum_{y \\in T}";
      throw refuse(reading, peek(reading), "a second set below one operator", advice);
    }
    needs(reading, "}", "} after what this ranges over");
    return { ...found, letters };
  });
}

function inBraces(reading: Reading): Omit<Below, "letters"> {
  reading.given = true; // a bar says that one number divides another
  const start = reading.next;
  const run = lettersAlone(reading);
  const names = run.length > 1 ? run : startsSymbol(reading) ? namesAlone(reading) : [];
  if (names.length > 0 && is(peek(reading), "}")) return { names, where: [] };
  if (names.length > 0 && takes(reading, "in")) return { names, set: setAt(reading), where: [] };
  if (names.length > 0 && takes(reading, ":")) return { names, set: condition(reading), where: [] };
  if (names.length > 0 && is(peek(reading), "=")) {
    take(reading);
    const from = reading.grammar.sum(reading);
    if (is(peek(reading), "}")) return { names, from, where: [] };
    // `i=1, i \ne j`: the comma goes on with conditions, and `i=1,\dots,n` with values.
    if (names.length === 1 && !isDots(peek(reading, 1)) && peek(reading, 1).kind !== "number") {
      if (takes(reading, ",")) return { names, from, where: conditions(reading) };
    }
  }
  reading.next = start;
  return { names: [], where: conditions(reading) };
}

/** `\sum_{ij}`: letters side by side are an index each. */
function lettersAlone(reading: Reading): string[] {
  let ahead = 0;
  while (peek(reading, ahead).kind === "letter") ahead++;
  if (!is(peek(reading, ahead), "}") || ahead < 2) return [];
  return Array.from({ length: ahead }, () => take(reading).text);
}

/** Names with commas between them; none where something else stands with them. */
function namesAlone(reading: Reading): string[] {
  const { next: start, found } = reading;
  const { symbols, families, functions } = found;
  const before = {
    symbols: new Set(symbols),
    families: new Map(families),
    functions: new Set(functions),
  };
  const names: string[] = [];
  do {
    const [one, ...more] = startsSymbol(reading) ? reading.grammar.factor(reading) : [];
    if (one?.kind !== "symbol" || more.length > 0) break;
    names.push(one.name);
    const after = peek(reading);
    if (["}", ":", "in"].some((sign) => is(after, sign)) || is(after, "=")) return names;
  } while (takes(reading, ","));
  reading.next = start;
  Object.assign(found, before);
  return [];
}

function conditions(reading: Reading): Expr[] {
  const found = [condition(reading)];
  while (takes(reading, ",")) found.push(condition(reading));
  return found;
}

/** `1 \le i < j`, `x \in S`, `d \mid n` or `i = 1, \dots, n`. */
function condition(reading: Reading): Expr {
  const sides = [reading.grammar.sum(reading)];
  if (takes(reading, "in")) return call("elementOf", sides[0], setAt(reading));
  if (takes(reading, "\\mid") || takes(reading, "|"))
    return call("divides", sides[0], reading.grammar.sum(reading));
  const found: Expr[] = [];
  while (peek(reading).kind === "relation") {
    const { text } = take(reading);
    const name = text === "=" ? "equal" : comparisons[text];
    if (name === undefined) throw unexpected(reading, "a comparison");
    sides.push(reading.grammar.sum(reading));
    found.push(call(name, ...sides.slice(-2)));
  }
  const [first] = found;
  // `\max_{p(x)}`: over all functions of this kind.
  if (first === undefined && sides[0].kind === "call") return sides[0];
  if (first === undefined) throw unexpected(reading, "a comparison, such as i \\ne j");
  const range = found.length === 1 && isEqual(first) ? progression(reading, sides[1]) : undefined;
  if (range === undefined) return found.length === 1 ? first : call("allOf", ...found);
  const begins = call("atMost", range.from, sides[0]);
  return range.to ? call("allOf", begins, call("atMost", sides[0], range.to)) : begins;
}

const isEqual = (expr: Expr): boolean =>
  isEvent(expr) && expr.kind === "call" && expr.name === "equal";

/** The small letters among conditions, which are indices of what follows. */
function lettersOfConditions(reading: Reading): string[] {
  const found = new Set<string>();
  let isCompared = false;
  for (let ahead = 1; !is(peek(reading, ahead), "}"); ahead++) {
    const { kind, text } = peek(reading, ahead);
    if (kind === "end") break;
    if (kind === "letter" && /[a-z]/.test(text)) found.add(text);
    isCompared ||= kind === "relation" && text !== "=";
  }
  return isCompared ? [...found] : [];
}

/** `\sum_i`: TeX takes one letter. */
function oneLetter(reading: Reading, example: string): string {
  const expected = `the index and where it begins, as in ${example}`;
  const expr = argument(reading, expected);
  if (expr.kind === "symbol") return expr.name;
  throw unexpected(reading, expected);
}
