import { type Chain, chain, passQuads, type SideRelation } from "./chains.js";
import { isOpaqueRelation } from "./opaqueRelations.js";
import { isProse } from "../reading/prose.js";
import { is, peek, type Reading, refuse, take, takes } from "../reading/reading.js";
import { ofEitherSign } from "./signs.js";
import type { Token } from "../reading/tokens.js";

/** What stands on a side of \iff or \implies: alternatives, in each of which all chains hold. */
export type Proposition = Chain[][];

/** The most alternatives that parentheses multiply out to. */
const most = 64;

const connectives: Record<string, "and" | "or"> = {
  land: "and",
  wedge: "and",
  and: "and",
  lor: "or",
  vee: "or",
  or: "or",
};

/** Reads chains joined by \land and \lor, of which \land binds closer, with \neg and parentheses around them. */
export function proposition(reading: Reading): Proposition {
  const found = [negatable(reading)];
  for (;;) {
    const sign = connective(reading);
    if (sign === undefined) return found.flat();
    const place = peek(reading);
    take(reading);
    do passQuads(reading);
    while (takes(reading, "\\\\"));
    const next = negatable(reading);
    if (sign === "or") found.push(next);
    else found.push(both(reading, place, found.pop()!, next));
  }
}

/** The connective with which a statement goes on. */
function connective(reading: Reading): "and" | "or" | undefined {
  let ahead = 0;
  while (is(peek(reading, ahead), "\\quad")) ahead++;
  const sign = connectiveAt(reading, ahead);
  if (sign !== undefined) reading.next += ahead;
  return sign;
}

function connectiveAt(reading: Reading, ahead: number): "and" | "or" | undefined {
  const token = peek(reading, ahead);
  const isWord = token.kind === "word" && isProse(token, peek(reading, ahead + 1));
  const text = isWord ? token.text.trim().toLowerCase() : token.text;
  const isSign = token.kind === "command" || isWord;
  return isSign && Object.hasOwn(connectives, text) ? connectives[text] : undefined;
}

function negatable(reading: Reading): Proposition {
  const place = peek(reading);
  if (takes(reading, "neg") || takes(reading, "lnot")) {
    return negated(reading, place, negatable(reading));
  }
  if (!opensStatement(reading)) return ofEitherSign(reading, compared);
  take(reading);
  const inside = proposition(reading);
  if (!takes(reading, ")")) throw refuse(reading, peek(reading), "expected ) after a statement");
  return inside;
}

/** A chain; beside a connective it says something. */
function compared(reading: Reading): Chain {
  const place = peek(reading);
  const found = chain(reading);
  if (found.relations.filter((one) => one === "!=").length > 1) {
    throw refuse(
      reading,
      place,
      "a chain with \\ne does not say whether its ends differ",
      "write a \\ne b \\land b \\ne c",
    );
  }
  if (isTerm(found) && connective(reading) !== undefined) {
    throw refuse(
      reading,
      peek(reading),
      "this sign joins statements, and none stands before it",
      "write \\min for the smaller of two numbers, a relation for a statement",
    );
  }
  return found;
}

/** A side alone that says nothing; `x \in S` does. */
const isTerm = ({ sides: [side], relations }: Chain): boolean =>
  relations.length === 0 && !(side.kind === "call" && isOpaqueRelation(side.name));

/** Whether parentheses hold a statement: a relation or a connective stands in them, and none of a term follows. */
function opensStatement(reading: Reading): boolean {
  if (!is(peek(reading), "(")) return false;
  let [depth, isStatement] = [0, false];
  for (let ahead = 0; ; ahead++) {
    const token = peek(reading, ahead);
    if (token.kind === "end") return false;
    if (is(token, "(")) depth++;
    if (is(token, ")") && --depth === 0) {
      return isStatement && endsStatement(reading, ahead + 1);
    }
    isStatement ||= token.kind === "relation" || connectiveAt(reading, ahead) !== undefined;
  }
}

function endsStatement(reading: Reading, from: number): boolean {
  let ahead = from;
  while (is(peek(reading, ahead), "\\quad")) ahead++;
  const token = peek(reading, ahead);
  const isLink = token.kind === "relation" && (token.text === "=>" || token.text === "<=>");
  const ends = [")", ",", ";", ".", "\\\\", "\\end"].some((sign) => is(token, sign));
  return isLink || ends || token.kind === "end" || connectiveAt(reading, ahead) !== undefined;
}

/** Both statements hold. */
function both(reading: Reading, place: Token, one: Proposition, other: Proposition): Proposition {
  if (one.length * other.length > most) {
    throw refuse(reading, place, `a statement of more than ${most} alternatives`);
  }
  return one.flatMap((left) => other.map((right) => [...left, ...right]));
}

const opposite: Partial<Record<SideRelation, SideRelation>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

/** No alternative holds: in each of them some relation fails. */
function negated(reading: Reading, place: Token, of: Proposition): Proposition {
  return of
    .map((alternative) => alternative.flatMap((one) => failures(reading, place, one)))
    .reduce((all, next) => both(reading, place, all, next));
}

function failures(reading: Reading, place: Token, { sides, relations }: Chain): Proposition {
  if (relations.length === 0) throw refuse(reading, place, "\\neg stands before no statement");
  return relations.map((relation, i) => {
    const turned = opposite[relation];
    if (turned === undefined) throw refuse(reading, place, "\\neg of this relation is not read");
    const own = sides.slice(i, i + 2);
    return [{ sides: own, printed: [undefined, undefined], relations: [turned] }];
  });
}
