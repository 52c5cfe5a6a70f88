import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import {
  type Call,
  call,
  type Expr,
  negate,
  parts,
  subtract,
  symbol,
  treeKey,
  withParts,
} from "../tree/expression.js";
import { families, freeNames, substitute } from "../tree/names.js";
import { shown } from "../tex/write/notation.js";
import type { Relation } from "../../record/types.js";
import { type Defined, gapsOf } from "./defined.js";
import { isSameGap, isWorkedOut } from "./dress.js";

/** A relation between two trees. */
export interface Related {
  sides: [Expr, Expr];
  relation: Relation;
}

/** What is given of a derivation: what it assumes and what it defines. */
export interface Given {
  assumptions: Assumptions;
  definitions: readonly Defined[];
}

/**
 * Whether a claim is what an assumption or a definition says, in these or in other words: turned round, moved to one
 * side, multiplied. It was not derived then, however a step is graded that repeats it.
 */
export function isGiven({ sides, relation }: Related, given: Given): boolean {
  const [left, right] = sides;
  const is = (one: Related) => isGiven(one, given);
  if (relation === "=>") return conclusions(right).some(is);
  if (relation === "<=>") return sides.flatMap(conclusions).some(is);
  if (relation === "O") return false;
  const below = (from: Expr, to: Expr) => isBelow(from, to, given);
  if (relation === "<" || relation === "<=") return below(left, right);
  const { facts } = given.assumptions;
  return (
    (below(left, right) && below(right, left)) ||
    isEquation(sides, given) ||
    isDefined(sides, given.definitions) ||
    facts.some((fact) => isNormed(sides, fact) || isConstant(sides, fact))
  );
}

/** The comparisons of which a statement is made. */
function conclusions(statement: Expr): Related[] {
  if (statement.kind !== "call") return [];
  const { name, args } = statement;
  if (name === "and") return args.flatMap(conclusions);
  if (name !== "=" && name !== "<" && name !== "<=") return [];
  return [{ sides: [args[0], args[1]], relation: name }];
}

/** Whether an equation among the assumptions says the same. */
function isEquation(sides: [Expr, Expr], { assumptions, definitions }: Given): boolean {
  const claimed = subtract(...sides);
  return (assumptions.equations ?? []).some(({ left, right }) => {
    const own = subtract(left, right);
    return (
      isSameGap(own, claimed, false) ||
      isSameGap(inserted(own, definitions), inserted(claimed, definitions), false)
    );
  });
}

function isBelow(left: Expr, right: Expr, { assumptions, definitions }: Given): boolean {
  const gap = subtract(right, left);
  return assumptions.facts.some((fact) => {
    if (fact.kind !== "compare" || fact.relation === "!=") return false;
    if (isWorkedOut(fact.expr, [left, right])) return false;
    return [fact.expr, ...entriesLike(fact.expr, gap)].some(
      (own) =>
        isSameGap(own, gap, true) ||
        isSameGap(inserted(own, definitions), inserted(gap, definitions), true),
    );
  });
}

/** What is assumed of x[n], said of the entries of x that an expression speaks of. */
function entriesLike(assumed: Expr, expr: Expr): Expr[] {
  const general = indexed(assumed).filter(({ indices }) =>
    indices.every(({ kind }) => kind === "symbol"),
  );
  return general.flatMap(({ name, indices }) =>
    indexed(expr)
      .filter((one) => one.name === name && one.indices.length === indices.length)
      .map((one) =>
        substitute(assumed, new Map(indices.map((index, i) => [treeKey(index), one.indices[i]]))),
      ),
  );
}

type Indexed = Expr & { kind: "index" };
const indexed = (expr: Expr): Indexed[] => [
  ...(expr.kind === "index" ? [expr] : []),
  ...parts(expr).flatMap(indexed),
];

/**
 * Whether one definition says it, with others in the place of the names in its value, or two say that two names have one
 * value. Where definitions are put together otherwise, or numbers worked out, something was derived.
 */
function isDefined(sides: [Expr, Expr], definitions: readonly Defined[]): boolean {
  const isSame = (own: Expr, claimed: Expr) =>
    isSameGap(notWorkedOut(own), notWorkedOut(claimed), false);
  const claimed = subtract(...sides);
  return definitions.some((one) => {
    const others = definitions.filter((other) => other !== one);
    const areNames = sides.every(({ kind }) => kind === "symbol");
    return gapsOf(one, sides).some(
      (gap) =>
        isSame(gap, claimed) ||
        isSame(inserted(gap, others), areNames ? inserted(claimed, others) : claimed),
    );
  });
}

/** Each part that numbers alone make, such as 0.9*0.001, as a name: what it comes to is derived. */
function notWorkedOut(expr: Expr): Expr {
  const own = parts(expr);
  if (own.length === 0 || isPrintedNumber(expr)) return expr;
  const made = expr.kind !== "neg" && freeNames(expr).size + families(expr).size === 0;
  return made ? symbol(treeKey(shown(expr))) : withParts(expr, own.map(notWorkedOut));
}

/** A number as it is printed: 3, -3 or 3/7. */
function isPrintedNumber(expr: Expr): boolean {
  if (expr.kind === "neg") return isPrintedNumber(expr.of);
  if (expr.kind === "div") return [expr.left, expr.right].every(isPrintedNumber);
  return expr.kind === "number";
}

/** An expression with the values of defined names in their places; a value speaks of names that are defined before. */
function inserted(expr: Expr, definitions: readonly Defined[]): Expr {
  return definitions.reduceRight(
    (all, { left, right }) =>
      left.kind === "symbol" ? substitute(all, new Map([[left.name, right]])) : all,
    expr,
  );
}

/** `p density` says that the integral of p is 1. */
function isNormed(sides: [Expr, Expr], fact: Fact): boolean {
  const one = sides.findIndex((side) => treeKey(side) === "1");
  if (fact.kind !== "density" || one < 0) return false;
  let body = sides[1 - one];
  const names: string[] = [];
  while (body.kind === "call" && body.name === "integrate" && isOverLine(body)) {
    names.push(treeKey(body.args[1]));
    body = body.args[0];
  }
  if (body.kind !== "call" || body.name !== fact.name) return false;
  return names.length > 0 && body.args.map(treeKey).sort().join() === names.sort().join();
}

const line = [negate(symbol("Infinity")), symbol("Infinity")].map(treeKey).join();
const isOverLine = ({ args }: Call): boolean => args.slice(2).map(treeKey).join() === line;

/** `y constant` says that each derivative of y is 0. */
function isConstant(sides: [Expr, Expr], fact: Fact): boolean {
  const zero = sides.findIndex((side) => treeKey(side) === "0");
  if (fact.kind !== "depends" || fact.on.length > 0 || zero < 0) return false;
  const side = sides[1 - zero];
  if (side.kind !== "call" || side.args.length < 2) return false;
  return ["D", "partial"].some(
    (name) => treeKey(side) === treeKey(call(name, symbol(fact.name), side.args[1])),
  );
}
