import {
  enclosed,
  is,
  needs,
  peek,
  type Reading,
  refuse,
  take,
  takes,
} from "../reading/reading.js";
import { passQuads } from "../statements/chains.js";
import { type Bound, conditionList } from "./conditionList.js";
import { isPhrase, openerAt } from "./openers.js";
import { startsProgression } from "../ellipsis/progressions.js";

/** Reads conditions before what is claimed: `\forall x > 0:`, `\text{if } x > 0, \text{ then }`. */
export function leadingConditions(reading: Reading): Bound[] {
  const opener = openerAt(reading, 0);
  if (!opener) return [];
  const place = take(reading);
  // A comma goes on with the conditions only where something else ends them.
  const isMarked = endIsMarked(reading);
  const found = conditionList(reading, opener.facts, isMarked);
  const isComma = takes(reading, ",");
  passQuads(reading);
  const isThen = isPhrase(reading, ...then);
  if (isThen) take(reading);
  const isColon = takes(reading, ":");
  passQuads(reading);
  if (isThen || isColon || (isComma && !isMarked)) return found;
  throw refuse(
    reading,
    place,
    "it is not clear where these conditions end",
    "write a colon before what is claimed, or the conditions behind it",
  );
}

const then = ["then", "we have", "then we have", "it holds that"];

/** Whether a colon or the word then stands between the conditions and what is claimed. */
function endIsMarked({ tokens, next }: Reading): boolean {
  for (let at = next; at < tokens.length && !is(tokens[at], "\\\\"); at++) {
    const { kind, text } = tokens[at];
    if (is(tokens[at], ":")) return true;
    if (kind === "word" && then.includes(text.toLowerCase().replace(/[,;:]/g, "").trim()))
      return true;
  }
  return false;
}

/** Reads conditions behind what is claimed: `\quad \text{for } x > 0`, `\text{ if } x \ge 0`, `\quad (n \ge 1)`. */
export function trailingConditions(reading: Reading): Bound[] {
  const begin = reading.next;
  const found = behind(reading);
  const { kind, text, command } = peek(reading);
  const says = kind === "word" && command !== "mathrm" && /\p{L}/u.test(text);
  if (reading.next === begin || !says) return found;
  throw refuse(
    reading,
    peek(reading),
    `the words \`${text.trim()}\` behind a condition may say more of it`,
    "write the condition as a comparison, and other words in the text around",
  );
}

function behind(reading: Reading): Bound[] {
  let [ahead, isApart] = [0, false];
  for (; is(peek(reading, ahead), "\\quad") || is(peek(reading, ahead), ","); ahead++)
    isApart ||= is(peek(reading, ahead), "\\quad");
  const opener = openerAt(reading, ahead);
  if (opener) {
    reading.next += ahead + 1;
    return conditionList(reading, opener.facts, true);
  }
  const [name, sign] = [peek(reading, ahead), peek(reading, ahead + 1)];
  const isMember = ahead > 0 && name.kind === "letter" && is(sign, "in");
  if (isMember || (isApart && startsProgression(reading, ahead))) {
    reading.next += ahead;
    return conditionList(reading, [], false);
  }
  if (!isApart || !isCondition(reading, ahead)) return [];
  reading.next += ahead + 1;
  return enclosed(reading, () => {
    const inside = openerAt(reading, 0);
    if (inside) take(reading);
    const found = conditionList(reading, inside?.facts ?? [], true);
    needs(reading, ")", ") after the conditions");
    return found;
  });
}

/** Whether parentheses hold a condition: a comparison, a membership, or words that bind; an equation may be a reason. */
function isCondition(reading: Reading, open: number): boolean {
  if (!is(peek(reading, open), "(")) return false;
  if (openerAt(reading, open + 1)) return true;
  for (let [ahead, depth] = [open, 0]; ; ahead++) {
    const token = peek(reading, ahead);
    if (is(token, "(")) depth++;
    if (token.kind === "end" || (is(token, ")") && --depth === 0)) return false;
    if (is(token, "in") || (token.kind === "relation" && token.text !== "=")) return true;
    // `n = 1, 2, \dots`
    if (is(token, "=") && is(peek(reading, ahead + 2), ",")) return true;
  }
}
