import type { Expr } from "../../tree/expression.js";
import { readArguments } from "../scripts/callArguments.js";
import { greek } from "../reading/letters.js";
import { refuseImplicitSums } from "./implicitSums.js";
import { refuseListAndNumber } from "./lists.js";
import { printedSide } from "./printedSide.js";
import { is, peek, type Reading, refuse, take, takes } from "../reading/reading.js";
import { startsSymbol } from "../scripts/scripted.js";

/** How two sides of a chain are related. */
export type SideRelation = "=" | "!=" | "<" | "<=" | ">" | ">=" | "≈" | "O";

/** `a = b < c`: sides with a relation between each two. One side alone is an expression. */
export interface Chain {
  sides: Expr[];
  /** What each side prints, if it is a number as it stands. */
  printed: (string | undefined)[];
  relations: SideRelation[];
  /** Whether `\pm` stands in each side. */
  signed?: boolean[];
}

/** A step of a chain: two sides, and the relation between them. */
export interface Link {
  left: Expr;
  relation: "=" | "!=" | "<" | "<=" | "≈" | "O";
  right: Expr;
}

/** One step with the relations that a step knows. */
export function linkOf(left: Expr, relation: SideRelation, right: Expr): Link {
  if (relation === ">") return { left: right, relation: "<", right: left };
  if (relation === ">=") return { left: right, relation: "<=", right: left };
  return { left, relation, right };
}

/** Reads sides with relations between them, over lines. */
export function chain(reading: Reading): Chain {
  if (peek(reading).kind === "relation") {
    throw refuse(
      reading,
      peek(reading),
      "the left side is missing",
      "begin with what the line above ends with",
    );
  }
  const before = reading.tokens[reading.next - 1];
  if (is(peek(reading), "+") && before && !is(before, "\\begin")) {
    const what = "a statement that begins with a plus may go on with the one before";
    throw refuse(reading, peek(reading), what, "leave the plus out, or the comma before it");
  }
  noteDefined(reading);
  const result: Chain & { signed: boolean[] } = {
    sides: [],
    printed: [],
    relations: [],
    signed: [],
  };
  const put = (read: (reading: Reading) => Expr) => {
    const [from, signs] = [reading.next, reading.signs];
    const expr = read(reading);
    result.sides.push(expr);
    result.signed.push(reading.signs > signs);
    result.printed.push(printedSide(reading.tokens.slice(from, reading.next)));
    reading.found.sides.at(-1)!.push(expr);
  };
  put(reading.grammar.sum);
  for (;;) {
    const relation = nextRelation(reading);
    if (relation === undefined || relation === "<=>" || relation === "=>") {
      refuseImplicitSums(reading, result.sides);
      return result;
    }
    const sign = take(reading);
    passQuads(reading);
    const order = relation === "=" && isOrder(reading);
    result.relations.push(order ? "O" : (relation as SideRelation));
    put(order ? orderOf : reading.grammar.sum);
    const [left, right] = result.sides.slice(-2);
    if (!order) refuseListAndNumber(reading, sign, [left, right]);
  }
}

/** `p(x) = …` at the beginning: the letter is a function, unless it is declared as a name. */
function noteDefined(reading: Reading): void {
  const [head, open, , close, relation] = [0, 1, 2, 3, 4].map((ahead) => peek(reading, ahead));
  const isLetter = head.kind === "letter" || (head.kind === "command" && greek.has(head.text));
  const isCall = isLetter && is(open, "(") && is(close, ")") && is(relation, "=");
  const startsName = startsSymbol(reading, 2);
  if (isCall && startsName && !reading.declared.symbols.has(head.text))
    reading.found.functions.add(head.text);
}

/** The relation with which this line, or the next one, goes on. */
export function nextRelation(reading: Reading): string | undefined {
  let ahead = 0;
  while (["\\quad", "\\\\", "&"].some((sign) => is(peek(reading, ahead), sign))) ahead++;
  const token = peek(reading, ahead);
  if (token.kind !== "relation") return undefined;
  reading.next += ahead;
  return token.text;
}

/** Passes over the space around a relation. */
export function passQuads(reading: Reading): void {
  while (takes(reading, "\\quad") || takes(reading, "&"));
}

/** `= O(n^2)` and `= \mathcal{O}(n^2)`: an order of growth, unless O is a name of the text. */
function isOrder(reading: Reading): boolean {
  const token = peek(reading);
  if (token.text !== "O" || !is(peek(reading, 1), "(")) return false;
  if (token.command === "mathcal") return true;
  const { declared, evidence } = reading;
  const known = [declared, evidence].some(
    ({ symbols, families, functions }) =>
      symbols.has("O") || families.has("O") || functions.has("O"),
  );
  return token.kind === "letter" && !known;
}

function orderOf(reading: Reading): Expr {
  const token = take(reading);
  const { items } = readArguments(reading, false);
  if (items.length > 1) throw refuse(reading, token, "an order of growth is one expression");
  return items[0].expr;
}
