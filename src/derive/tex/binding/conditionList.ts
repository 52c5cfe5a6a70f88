import { type Expr, number } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { is, peek, type Reading, refuse, take, takes } from "../reading/reading.js";
import { isDrawn } from "../statements/distributions.js";
import { type Chain, chain, passQuads, type SideRelation } from "../statements/chains.js";
import { isPhrase, type NameFact, predicateAt } from "./openers.js";
import { progression } from "../ellipsis/progressions.js";
import { membership } from "./sets.js";

/** What is claimed holds under these: a comparison, or that a name is a whole number. */
export type Bound = { integer: string } | { chain: Chain };

/** One condition as it is written: sides with relations, and what is said of the last side. */
interface Item {
  head: Expr;
  bounds: Bound[];
  /** Whether nothing is still to be said of the head. */
  isSaid: boolean;
  /** The same for another name in place of the head, where that is a name. */
  of(name: Expr): Bound[];
}

/**
 * Reads conditions with commas and "and" between them: `x > 0, y > 0`, `a, b > 0`, `x \in \mathbb{R}`,
 * `n = 1, 2, \dots`. Names alone are bound and say no more than the words before them.
 *
 * @param facts what the words before say of the names
 * @param isLong whether a comma goes on with the conditions
 */
export function conditionList(
  reading: Reading,
  facts: readonly NameFact[],
  isLong: boolean,
): Bound[] {
  const found: Bound[] = [];
  let names: Expr[] = [];
  for (let joint: "first" | "and" | "comma" = "first"; ;) {
    passQuads(reading);
    const place = peek(reading);
    const item = conditionItem(reading);
    const isName = item.head.kind === "symbol";
    if (!item.isSaid && !isName) {
      throw refuse(reading, place, "expected a condition such as x > 0, or a name");
    }
    if (joint === "comma") refuseFurther(reading, place, item, found);
    if (!isName && facts.length > 0) {
      throw refuse(reading, place, "it is not clear of which name the words before speak");
    }
    if (isName) names.push(item.head);
    const said = item.isSaid ? undefined : predicateAt(reading);
    if (said) take(reading);
    if (item.isSaid || said) {
      // `a, b > 0` says it of both.
      for (const name of names) found.push(...item.of(name), ...factsOf(name, said ?? []));
      if (!isName) found.push(...item.bounds);
      for (const name of names) found.push(...factsOf(name, facts));
      names = [];
    }
    if (takesAnd(reading)) joint = "and";
    else if (isLong && takesComma(reading)) joint = "comma";
    else {
      for (const name of names) found.push(...factsOf(name, facts));
      return found;
    }
  }
}

function conditionItem(reading: Reading): Item {
  const place = peek(reading);
  const one = chain(reading, true);
  const [head] = one.sides;
  const last = one.sides.at(-1)!;
  if (one.relations.some((relation) => ["≈", "O", "∝"].includes(relation) || isDrawn(relation))) {
    throw refuse(reading, place, "a condition has the relations =, <, >, \\le, \\ge and \\ne");
  }
  if (one.defines) {
    throw refuse(reading, place, "a definition in a condition", "state it by itself, before");
  }
  if (one.signed?.includes(true)) {
    throw refuse(reading, place, "\\pm in a condition", "write a condition for each sign");
  }
  if (takes(reading, "in")) return member(reading, one);
  const range = one.relations.join() === "=" ? progression(reading, last) : undefined;
  if (range) {
    const of = (name: Expr): Bound[] => [
      ...factsOf(name, ["integer"]),
      bound(name, ">=", range.from),
      ...(range.to ? [bound(name, "<=", range.to)] : []),
    ];
    return { head, bounds: of(head), isSaid: true, of };
  }
  const bounds: Bound[] = one.relations.length > 0 ? [{ chain: one }] : [];
  const of = (name: Expr): Bound[] =>
    bounds.length > 0 ? [{ chain: { ...one, sides: [name, ...one.sides.slice(1)] } }] : [];
  return { head, bounds, isSaid: bounds.length > 0, of };
}

function member(reading: Reading, { sides: [head], relations }: Chain): Item {
  const place = peek(reading);
  const { facts, bounds } = membership(reading);
  if (relations.length > 0) throw refuse(reading, place, "a set after a relation");
  const of = (name: Expr): Bound[] => [
    ...factsOf(name, facts),
    ...bounds.map(([relation, to]) => bound(name, relation, to)),
  ];
  if (head.kind !== "symbol") throw refuse(reading, place, "only a name is said to be in a set");
  return { head, bounds: of(head), isSaid: true, of };
}

const bound = (left: Expr, relation: SideRelation, right: Expr): Bound => ({
  chain: { sides: [left, right], printed: [undefined, undefined], relations: [relation] },
});

/** The condition that one expression is not below another. */
export const atLeast = (left: Expr, right: Expr): Bound => bound(left, ">=", right);

const factsOf = (name: Expr, facts: readonly NameFact[]): Bound[] =>
  facts.map((fact) =>
    fact === "integer"
      ? { integer: (name as Expr & { kind: "symbol" }).name }
      : bound(name, fact, number(0n)),
  );

/** After a comma an equation, or a comparison of no name, may be a further claim; and `0 < x, y < 1` says less than is meant. */
function refuseFurther(
  reading: Reading,
  place: ReturnType<typeof peek>,
  item: Item,
  before: Bound[],
): void {
  const [own] = item.bounds.flatMap((one) => ("chain" in one ? [one.chain] : []));
  if (!own) return;
  const isComparison = own.relations.every((relation) => relation !== "=");
  const isOfName = own.sides.some((side) => freeNames(side).size > 0 && isBare(side));
  if (!isComparison || !isOfName) {
    throw refuse(
      reading,
      place,
      "what follows the comma may be a further condition or a further claim",
      "write \\text{ and } before a condition, and each claim by itself",
    );
  }
  const last = before.at(-1);
  const other = last && "chain" in last ? last.chain : undefined;
  const isHalf = ({ sides, relations }: Chain, at: number): boolean =>
    relations.length === 1 && isBare(sides[at]) && !isBare(sides[1 - at]);
  if (other && isHalf(other, 1) && isHalf(own, 0)) {
    throw refuse(
      reading,
      place,
      "it is not clear whether each of these bounds is one of both names",
      "write 0 < x < 1 \\text{ and } 0 < y < 1",
    );
  }
}

/** A name or an entry, or the absolute value of one. */
const isBare = (expr: Expr): boolean =>
  expr.kind === "symbol" ||
  expr.kind === "index" ||
  (expr.kind === "call" && expr.name === "abs" && isBare(expr.args[0]));

function takesAnd(reading: Reading): boolean {
  const start = reading.next;
  passQuads(reading);
  takes(reading, ",");
  passQuads(reading);
  if (takes(reading, "land") || takes(reading, "wedge")) return true;
  if (isPhrase(reading, "and")) {
    take(reading);
    return true;
  }
  reading.next = start;
  return false;
}

/** A comma that is not the last of the statement. */
function takesComma(reading: Reading): boolean {
  const after = peek(reading, 1);
  const ends = after.kind === "end" || is(after, "\\\\") || is(after, "\\end");
  return !ends && takes(reading, ",");
}
