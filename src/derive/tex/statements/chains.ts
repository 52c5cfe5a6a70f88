import { call, type Expr } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { greek } from "../reading/letters.js";
import { refuseImplicitSums } from "./implicitSums.js";
import { refuseListAndNumber } from "./lists.js";
import { distributionOf, type Drawn, isDrawn, refuseUnlessDistribution } from "./distributions.js";
import { listOfNames, mapping, opaqueRelation, startsNames } from "./opaqueRelations.js";
import { isNamedOrder, isOrder, namedOrder, orderOf } from "./orders.js";
import { printedSide } from "./printedSide.js";
import { is, peek, type Reading, refuse, take, takes } from "../reading/reading.js";
import { setOperation } from "../scripts/events.js";
import { emptySet } from "../scripts/sets.js";
import { startsSymbol } from "../scripts/scripted.js";
import type { Token } from "../reading/tokens.js";

/** How two sides of a chain are related. */
export type SideRelation = "=" | "!=" | "<" | "<=" | ">" | ">=" | "≈" | "O" | "∝" | Drawn;

/** `a = b < c`: sides with a relation between each two. One side alone is an expression. */
export interface Chain {
  sides: Expr[];
  /** What each side prints, if it is a number as it stands. */
  printed: (string | undefined)[];
  relations: SideRelation[];
  /** Whether the first relation gives the left side its meaning. */
  defines?: boolean;
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
  if (isDrawn(relation)) return { left: distributionOf(left, relation), relation: "=", right };
  if (relation === "∝") return { left: upToFactor(left), relation: "=", right: upToFactor(right) };
  if (relation === ">") return { left: right, relation: "<", right: left };
  if (relation === ">=") return { left: right, relation: "<=", right: left };
  return { left, relation, right };
}

/** A proportion says that both sides are one up to a factor that does not depend on what is meant to vary. */
const upToFactor = (of: Expr): Expr => call("upToFactor", of);

/** Reads sides with relations between them, over lines. */
export function chain(reading: Reading, isCondition = false): Chain {
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
  put(!isCondition && startsNames(reading) ? listOfNames : setSide);
  const [side] = result.sides;
  const open = isCondition ? undefined : (mapping(reading, side) ?? opaqueRelation(reading, side));
  if (open) result.sides = [open];
  for (;;) {
    const relation = nextRelation(reading);
    if (relation === undefined || relation === "<=>" || relation === "=>") {
      refuseImplicitSums(reading, result.sides);
      return isDrawn(result.relations.join()) ? asEquation(result) : result;
    }
    if (open)
      throw refuse(
        reading,
        peek(reading),
        "a relation behind this sign",
        "end the statement before it",
      );
    const sign = take(reading);
    passQuads(reading);
    // A line that ends with a relation goes on in the next one.
    if (takes(reading, "\\\\")) passQuads(reading);
    const order = relation === "=" && isOrder(reading);
    const equal = relation === ":=" || relation === "≡" ? "=" : (relation as SideRelation);
    if (relation === ":=") define(reading, sign, result);
    result.relations.push(order ? "O" : equal);
    const isNamed = isUprightCall(reading);
    const named = relation === "=" && isNamedOrder(reading);
    put(order ? orderOf : named ? namedOrder : setSide);
    const [left, right] = result.sides.slice(-2);
    if (relation === "≡") refuseEquivalence(reading, sign, left);
    if (relation === ":=") refuseUpdate(reading, sign, [left, right]);
    if (isDrawn(relation) && !isNamed) refuseUnlessDistribution(reading, sign, [left, right]);
    if (!order) refuseListAndNumber(reading, sign, [left, right]);
  }
}

/** `X \sim N(0, 1)` alone says which distribution X has. */
const asEquation = (chain: Chain): Chain => ({
  ...chain,
  sides: [distributionOf(chain.sides[0], chain.relations[0] as Drawn), chain.sides[1]],
  relations: ["="],
});

/** Whether a word set upright stands before arguments: behind `\sim` a distribution. */
const isUprightCall = (reading: Reading): boolean =>
  peek(reading).kind === "word" && is(peek(reading, 1), "(");

/** A side, which may be a set: `A \cap B = \emptyset`, `\{1, 2\} = S`. */
function setSide(reading: Reading): Expr {
  const isSet = is(peek(reading), "emptyset") || is(peek(reading), "varnothing");
  return setOperation(reading, isSet ? emptySet(reading) : reading.grammar.sum(reading));
}

function define(reading: Reading, sign: Token, before: Chain): void {
  if (before.relations.length > 0) {
    throw refuse(reading, sign, "a definition stands behind another relation", "begin with it");
  }
  before.defines = true;
}

/** `w := w - 1` gives w another value, and no meaning. */
function refuseUpdate(reading: Reading, sign: Token, [left, right]: Expr[]): void {
  if (left.kind !== "symbol" || !freeNames(right).has(left.name)) return;
  throw refuse(
    reading,
    sign,
    "a name is given another value by its own",
    "number the values of what is updated: x_{t+1} = x_t - 1",
  );
}

/** `a \equiv b` may define a; of an expression it is an identity. */
function refuseEquivalence(reading: Reading, sign: Token, { kind }: Expr): void {
  const isModular = ["pmod", "bmod", "mod"].some((one) => is(peek(reading), one));
  if (kind !== "symbol" && kind !== "index" && kind !== "call" && !isModular) return;
  throw refuse(
    reading,
    sign,
    isModular
      ? "a congruence is not read"
      : "\\equiv may define what stands before it, or say that two sides are equal",
    isModular
      ? "state what is divisible as an equation: a = b + k n"
      : "write := for a definition, = for an equation",
  );
}

const isEqual = (sign: Token): boolean => is(sign, "=") || is(sign, ":=");

/** `p(x) = …` at the beginning: the letter is a function, unless it is declared as a name. */
function noteDefined(reading: Reading): void {
  const [head, open, , close, relation] = [0, 1, 2, 3, 4].map((ahead) => peek(reading, ahead));
  const isLetter = head.kind === "letter" || (head.kind === "command" && greek.has(head.text));
  const isCall = isLetter && is(open, "(") && is(close, ")") && isEqual(relation);
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
