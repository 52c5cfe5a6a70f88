import type { Expr } from "../../tree/expression.js";
import { isDots } from "./dots.js";
import { peek, type Reading, is } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** Whether `n = 1, 2, \dots` stands at a place. */
export function startsProgression(reading: Reading, from: number): boolean {
  const [name, equals, first] = [0, 1, 2].map((ahead) => peek(reading, from + ahead));
  if (name.kind !== "letter" || !is(equals, "=") || first.kind !== "number") return false;
  let ahead = from + 3;
  while (is(peek(reading, ahead), ",") && peek(reading, ahead + 1).kind === "number") ahead += 2;
  return is(peek(reading, ahead), ",") && isDots(peek(reading, ahead + 1));
}

/**
 * Reads on after the first of whole numbers that are counted out, `1, 2, \dots` and `1, \dots, n`; undefined where
 * something else is listed, and then nothing is taken.
 */
export function progression(reading: Reading, from: Expr): { from: Expr; to?: Expr } | undefined {
  if (from.kind !== "number" || !from.value.isInteger) return undefined;
  const start = reading.next;
  let [last, ahead] = [from.value.num, 0];
  while (is(peek(reading, ahead), ",") && peek(reading, ahead + 1).kind === "number") {
    if (peek(reading, ahead + 1).text !== `${++last}`) return undefined;
    ahead += 2;
  }
  if (!is(peek(reading, ahead), ",") || !isDots(peek(reading, ahead + 1))) return undefined;
  reading.next += ahead + 2;
  const isOpen = !is(peek(reading), ",") || !startsNumber(peek(reading, 1));
  // `1, \dots` alone does not say which numbers follow.
  if (isOpen && last === from.value.num) {
    reading.next = start;
    return undefined;
  }
  if (isOpen) return { from };
  reading.next++;
  return { from, to: reading.grammar.sum(reading) };
}

const startsNumber = ({ kind }: Token): boolean => kind === "number" || kind === "letter";
