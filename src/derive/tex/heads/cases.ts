import { call, type Expr, symbol } from "../../tree/expression.js";
import { comparisons } from "../scripts/events.js";
import { startsFactor } from "../factors/startsFactor.js";
import { isText } from "../reading/prose.js";
import type { Token } from "../reading/tokens.js";
import { setAt } from "../scripts/sets.js";
import { enclosed, is, peek, type Reading, refuse, take, takes } from "../reading/reading.js";

/** What stands in a tree for the relations of a condition. */
const relations: Readonly<Record<string, string>> = { ...comparisons, "=": "equal" };

/** Words that are a condition by themselves. */
const isSaid = (token: Token): boolean =>
  token.kind === "word" &&
  isText(token) &&
  /^\s*\p{L}+(?:\s+\p{L}+)*\s*$/u.test(token.text) &&
  !joins.test(token.text);

/** Words before a condition and for all other values. */
const before = /^[\s,]*(?:if|for|when)[\s:]*$/i;
const otherwise = /^[\s,]*(?:otherwise|else)[\s.,]*$/i;

/** Whether cases have values in their first line, and are no system of equations. */
export function startsCases(reading: Reading): boolean {
  if (peek(reading).command !== "cases") return false;
  for (let ahead = 1; ; ahead++) {
    const token = peek(reading, ahead);
    if (is(token, "&") || is(token, "\\\\") || is(token, "\\end") || token.kind === "end")
      return true;
    if (token.kind === "relation") return false;
  }
}

/**
 * Reads `\begin{cases} x & x \ge 0 \\ -x & \text{otherwise} \end{cases}`: values with the conditions under which they
 * hold, one after the other, and last the value elsewhere.
 */
export function cases(reading: Reading): Expr {
  const open = take(reading);
  const args = enclosed(reading, () => {
    const found: Expr[] = [];
    for (;;) {
      found.push(reading.grammar.sum(reading));
      takes(reading, ",");
      if (!takes(reading, "&") && !startsCondition(reading)) throw withoutCondition(reading);
      const condition = conditionOf(reading);
      if (condition) found.push(condition);
      const again = takes(reading, "\\\\");
      const isEnd = is(peek(reading), "\\end");
      if (isEnd || !again || !condition) break;
    }
    const end = take(reading);
    if (is(end, "\\end") && end.command === open.command) return found;
    throw refuse(
      reading,
      end,
      "each line of cases has a value and its condition, the last may have otherwise",
    );
  });
  if (args.length < 3)
    throw refuse(reading, open, "there is one case alone", "write the equation and its condition");
  return call("cases", ...args);
}

/** Whether the words before a condition stand without `&`. */
function startsCondition(reading: Reading): boolean {
  const { kind, text } = peek(reading);
  return kind === "word" && (before.test(text) || otherwise.test(text));
}

const withoutCondition = (reading: Reading) =>
  refuse(
    reading,
    peek(reading),
    "a line of cases has a value, & and its condition",
    "write the value, & and a comparison such as x \\ge 0, in each line",
  );

const noComparison = (reading: Reading, place = peek(reading)) =>
  refuse(
    reading,
    place,
    "a case has a comparison as its condition",
    "write x \\ge 0, x \\in S or \\text{otherwise}",
  );

/** The condition of a line; undefined for otherwise. */
function conditionOf(reading: Reading): Expr | undefined {
  const word = peek(reading);
  if (word.kind === "word" && otherwise.test(word.text)) {
    take(reading);
    takes(reading, ".");
    return undefined;
  }
  if (word.kind === "word" && before.test(word.text)) take(reading);
  const first = comparisonOf(reading);
  const all = [first];
  while (
    joins.test(peek(reading).kind === "word" ? peek(reading).text : "") ||
    startsFurther(reading)
  ) {
    take(reading);
    all.push(comparisonOf(reading));
  }
  if (!takes(reading, ",")) takes(reading, ".");
  return all.length === 1 ? first : call("bothOf", ...all);
}

/** `0 < x, y > 1`: a comma goes on with conditions, except at the end of a line. */
function startsFurther(reading: Reading): boolean {
  const after = peek(reading, 1);
  return is(peek(reading), ",") && (after.kind === "letter" || after.kind === "command");
}

const joins = /^[\s,]*(?:and|with)[\s]*$/i;

/** One comparison, a membership, or words that say something: `\text{with probability } p`. */
function comparisonOf(reading: Reading): Expr {
  const word = peek(reading);
  if (isSaid(word)) {
    take(reading);
    const words = word.text
      .trim()
      .toLowerCase()
      .replace(/^(?:if|for|when) /, "");
    const what = symbol(words.replace(/\s+/g, "_"));
    return call("said", what, ...(startsFactor(reading) ? [reading.grammar.sum(reading)] : []));
  }
  if (word.kind === "word" && isText(word)) throw noComparison(reading);
  const sides = [reading.grammar.sum(reading)];
  if (is(peek(reading), "in") || is(peek(reading), "notin")) {
    const name = take(reading).text === "in" ? "elementOf" : "notElementOf";
    return call(name, sides[0], setAt(reading));
  }
  const found: Expr[] = [];
  while (peek(reading).kind === "relation") {
    const sign = take(reading);
    const name = Object.hasOwn(relations, sign.text) ? relations[sign.text] : undefined;
    if (name === undefined) throw refuse(reading, sign, "a case has a comparison as its condition");
    sides.push(reading.grammar.sum(reading));
    found.push(call(name, ...sides.slice(-2)));
  }
  if (found.length > 0) return found.length === 1 ? found[0] : call("allOf", ...found);
  throw noComparison(reading, word);
}
