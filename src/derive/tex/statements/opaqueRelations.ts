import { call, type Expr } from "../../tree/expression.js";
import { setOperation } from "../scripts/events.js";
import { setAt } from "../scripts/sets.js";
import { isDots, leftOut } from "../ellipsis/dots.js";
import { is, peek, type Reading, take, takes } from "../reading/reading.js";
import type { Token } from "../reading/tokens.js";

/** Signs between two sides that have no meaning yet, by the name under which they stand in a tree. */
const names: Readonly<Record<string, string>> = {
  in: "elementOf",
  notin: "notElementOf",
  subset: "subsetOf",
  subseteq: "subsetOrEqual",
  supset: "supersetOf",
  supseteq: "supersetOrEqual",
  perp: "orthogonalTo",
  ll: "muchLess",
  gg: "muchMore",
  simeq: "similarTo",
  cong: "congruentTo",
  asymp: "ofOrderOf",
  lesssim: "lessUpToFactor",
  gtrsim: "moreUpToFactor",
  prec: "precedes",
  preceq: "precedesOrEqual",
  succ: "succeeds",
  succeq: "succeedsOrEqual",
  to: "tendsTo",
  mapsto: "mapsTo",
  leftarrow: "becomes",
};

const sameSign: Readonly<Record<string, string>> = {
  rightarrow: "to",
  longrightarrow: "to",
  longmapsto: "mapsto",
  gets: "leftarrow",
};

/** Whether a name in a tree is that of such a sign. */
export const isOpaqueRelation = (name: string): boolean =>
  name === "mapping" || Object.values(names).includes(name);

/** `x \in S`, `A \subseteq B`, `x_n \to x`: a statement without a relation that is graded, as one expression. */
export function opaqueRelation(reading: Reading, left: Expr): Expr | undefined {
  const { kind, text } = peek(reading);
  const sign = Object.hasOwn(sameSign, text) ? sameSign[text] : text;
  if (kind !== "command" || !Object.hasOwn(names, sign)) return undefined;
  take(reading);
  const isOfSets = /^(?:not)?in$|^su[bp]set/.test(sign);
  const right = isOfSets ? setAt(reading) : reading.grammar.sum(reading);
  return call(names[sign], left, setOperation(reading, right));
}

/** `f : A \to B`: from where to where a function goes. */
export function mapping(reading: Reading, left: Expr): Expr | undefined {
  if (!is(peek(reading), ":") || left.kind !== "symbol" || !goesToArrow(reading)) return undefined;
  take(reading);
  const from = setOperation(reading, setAt(reading));
  take(reading);
  return call("mapping", left, from, setOperation(reading, setAt(reading)));
}

function goesToArrow(reading: Reading): boolean {
  for (let ahead = 1; ; ahead++) {
    const { kind, text } = peek(reading, ahead);
    if (kind === "end" || kind === "relation" || text === "," || text === "\\\\") return false;
    if (kind === "command" && (text === "to" || sameSign[text] === "to")) return true;
  }
}

/** Whether names with commas between them stand before `\sim` or `\in`: `X_1, \dots, X_n \sim`. */
export function startsNames(reading: Reading): boolean {
  let [depth, commas] = [0, 0];
  for (let ahead = 0; ahead < longest; ahead++) {
    const token = peek(reading, ahead);
    if (token.kind === "end") return false;
    if (is(token, "{")) depth++;
    else if (is(token, "}")) depth--;
    else if (depth === 0 && is(token, ",")) commas++;
    else if (is(token, "in") || token.text.startsWith("~")) return commas > 0;
    else if (depth === 0 && !isOfName(token)) return false;
  }
  return false;
}

/** More tokens are no names that anybody lists. */
const longest = 80;

const isOfName = (token: Token): boolean =>
  token.kind === "letter" ||
  token.kind === "number" ||
  (token.kind === "command" && !["cdot", "times", "to"].includes(token.text)) ||
  is(token, "_") ||
  is(token, "^");

/** Reads names with commas between them as a list. */
export function listOfNames(reading: Reading): Expr {
  const items: Expr[] = [];
  do items.push(isDots(peek(reading)) ? leftOut(reading) : reading.grammar.product(reading));
  while (takes(reading, ","));
  return { kind: "list", items };
}
