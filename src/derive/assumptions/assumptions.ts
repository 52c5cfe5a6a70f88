import { hasSign } from "../form/signs.js";
import { Rational } from "../../num/index.js";
import type { Declared } from "./declared.js";
import { type Equation, readEquation } from "./equation.js";
import { type ReadRandom, readDeclared } from "./factsOfDeclared.js";
import { type Depends, readDependence } from "../dependence/declared.js";
import type { Seen } from "../dependence/seen.js";
import { DerivationError, isNoAnswer } from "../tree/errors.js";
import { evaluate, type Point } from "../evaluate/evaluate.js";
import { Arithmetic } from "../evaluate/value.js";
import { type Expr, subtract } from "../tree/expression.js";
import { constantNames, families, freeNames, indexNames } from "../tree/names.js";
import { parse } from "../read/parse.js";
import type { Comparison } from "../form/signs.js";

/** One assumption as the engine uses it. */
export type Fact =
  /** `expr` compared with 0. */
  | { kind: "compare"; expr: Expr; relation: Comparison; text: string }
  | { kind: "integer"; name: string; text: string }
  /** The integral of a function of these arguments over the line is 1. */
  | { kind: "density"; name: string; text: string }
  /** A quantity and its arguments: `y depends on x`, or a numerator such as y in `D(y, x)`. */
  | Depends
  /** What a reader grants about convergence, in words. */
  | { kind: "convergence"; text: string };

/** What a derivation assumes. */
export interface Assumptions {
  texts: string[];
  facts: Fact[];
  /** What names are said to be, where a reader could take them in two ways. */
  declared?: readonly Declared[];
  /** Equations: what is claimed follows from them. */
  equations?: readonly Equation[];
  /** Functions that stand for every function, so that one of them may refute. */
  anyFunctions?: ReadonlySet<string>;
  /** Derivatives of bare names that stand around: in the chain above, and in definitions. */
  seen?: readonly Seen[];
}

const form =
  "`x > 0`, `a != b`, `0 < y < 1`, `a + b = 1`, `N integer >= 1`, `y depends on x`, `A matrix`, `T function`, `p density` or `E|x| finite`";

/**
 * Reads assumptions such as `x > 0`, `a != b`, `0 < yhat < 1`, `N integer >= 1`, `n integer`, `x real`, `p density`,
 * `y depends on x`, and declarations such as `A matrix n x n`.
 *
 * @param readRandom reads what is said of random variables: not every page needs it
 * @throws DerivationError for a text of another form
 */
export function readAssumptions(
  texts: readonly string[],
  readRandom?: ReadRandom,
): Assumptions & { equations: Equation[] } {
  const said = readDeclared(texts, readRandom);
  const others = texts.filter((text) => !said.declared.some((one) => one.text === text));
  const read = others.map(readAssumption);
  const equations = [...read.flatMap((one) => one.equations ?? []), ...said.equations];
  const facts = [...read.flatMap((one) => one.facts), ...said.facts];
  return { texts: [...texts], facts, declared: said.declared, equations };
}

interface Read {
  facts: Fact[];
  equations?: Equation[];
}

function readAssumption(text: string): Read {
  if (typeof text !== "string") throw new DerivationError("an assumption must be a text");
  const words = /^\s*([A-Za-z]\w*)\s+(integer|real|density)\b(.*)$/.exec(text);
  if (words) {
    const [, name, kind, rest] = words;
    if (constantNames.has(name))
      throw new DerivationError(`assumption \`${text}\`: ${name} is a number of its own`);
    const bounds = rest.trim() === "" ? [] : comparisons(`${name} ${rest}`, text);
    if (kind === "density" && rest.trim() === "")
      return { facts: [{ kind: "density", name, text }] };
    if (kind === "real") return { facts: bounds };
    if (kind === "integer") return { facts: [{ kind: "integer", name, text }, ...bounds] };
  }
  const depends = readDependence(text);
  if (depends) return { facts: depends };
  if (/\bfinite\s*$/.test(text)) return { facts: [{ kind: "convergence", text }] };
  const equation = readEquation(text);
  if (!equation) return { facts: comparisons(text, text) };
  const facts = equation.others.map(({ name, args }) => compared(name, args[0], args[1], text));
  return { facts, equations: equation.equations };
}

function comparisons(source: string, text: string): Fact[] {
  const pieces = source.split(/(<=|>=|!=|≤|≥|≠|<|>)/).map((piece) => piece.trim());
  if (pieces.length < 3 || pieces.length % 2 === 0 || pieces.some((piece) => piece === "")) {
    throw new DerivationError(`assumption \`${text}\` must be of the form ${form}`);
  }
  if (pieces.length > 3 && pieces.some((piece) => piece === "!=" || piece === "≠")) {
    const why =
      "a chain with != does not say whether its ends differ: state each two by themselves";
    throw new DerivationError(`assumption \`${text}\`: ${why}`);
  }
  const facts: Fact[] = [];
  for (let i = 1; i < pieces.length; i += 2) {
    const relation = pieces[i].replace("≤", "<=").replace("≥", ">=").replace("≠", "!=");
    facts.push(compared(relation, parse(pieces[i - 1]), parse(pieces[i + 1]), text));
  }
  return facts;
}

function compared(relation: string, left: Expr, right: Expr, text: string): Fact {
  const expr = relation.startsWith("<") ? subtract(right, left) : subtract(left, right);
  return { kind: "compare", expr, relation: relation.replace("<", ">") as Comparison, text };
}

/** Whether a point satisfies every assumption; one that cannot be evaluated there counts as not satisfied. */
export function admits(assumptions: Assumptions, point: Point, arithmetic: Arithmetic): boolean {
  return assumptions.facts.every((fact) => {
    if (fact.kind === "integer") return point.symbols.get(fact.name)?.isInteger ?? true;
    if (fact.kind !== "compare" || generic(fact.expr, point)) return true;
    return factHolds(fact, point, arithmetic);
  });
}

/** Whether a comparison certainly holds at a point. */
export function factHolds(
  fact: { expr: Expr; relation: Comparison },
  point: Point,
  arithmetic: Arithmetic,
): boolean {
  try {
    const sign = arithmetic.sign(evaluate(fact.expr, point, arithmetic));
    if (sign === undefined) return false;
    return hasSign(fact.relation, sign);
  } catch (error) {
    if (isNoAnswer(error)) return false;
    throw error;
  }
}

/** A fact about entries such as `x[n] > 0`, which speaks of every n. */
export function generic(expr: Expr, point: Point): boolean {
  return families(expr).size > 0 && [...freeNames(expr)].some((name) => !point.symbols.has(name));
}

/** The names that assumptions speak of. */
export function assumedNames(assumptions: Assumptions): Set<string> {
  const names = new Set<string>();
  for (const fact of assumptions.facts) {
    if (fact.kind === "integer") names.add(fact.name);
    else if (fact.kind === "compare" && families(fact.expr).size === 0)
      for (const name of freeNames(fact.expr)) names.add(name);
  }
  for (const name of constantNames) names.delete(name);
  return names;
}

/**
 * The names for which an assumption such as `x[n] > 0` speaks of every entry: nothing else is assumed of them, and they
 * are not free in the claim, where they would be one index, nor a limit there.
 */
export function everyIndex(assumptions: Assumptions, exprs: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const fact of assumptions.facts) if (fact.kind === "compare") indexNames(fact.expr, found);
  for (const name of assumedNames(assumptions)) found.delete(name);
  for (const expr of exprs) for (const name of freeNames(expr)) found.delete(name);
  return found;
}

/** The names declared to be integers. */
export function integerNames(assumptions: Assumptions): Set<string> {
  return new Set(assumptions.facts.flatMap((fact) => (fact.kind === "integer" ? [fact.name] : [])));
}

/** Bounds of a single name by a number, for choosing points. */
export function nameBounds(
  assumptions: Assumptions,
): Map<string, { lower?: Rational; upper?: Rational }> {
  const bounds = new Map<string, { lower?: Rational; upper?: Rational }>();
  for (const fact of assumptions.facts) {
    if (fact.kind !== "compare" || fact.relation === "!=") continue;
    const [name] = freeNames(fact.expr);
    if (name === undefined || freeNames(fact.expr).size !== 1 || families(fact.expr).size > 0)
      continue;
    const at = (value: bigint) => {
      const point: Point = { ...nowhere, symbols: new Map([[name, Rational.of(value)]]) };
      try {
        return evaluate(fact.expr, point, new Arithmetic());
      } catch {
        return undefined;
      }
    };
    const values = [0n, 1n, 2n].map(at);
    if (!values.every((value) => value instanceof Rational)) continue;
    const [zero, one, two] = values as Rational[];
    const slope = one.sub(zero);
    if (slope.sign === 0 || !two.sub(one).equals(slope)) continue;
    const root = zero.neg().div(slope);
    const own = bounds.get(name) ?? {};
    if (slope.sign > 0 && (!own.lower || root.compare(own.lower) > 0)) own.lower = root;
    if (slope.sign < 0 && (!own.upper || root.compare(own.upper) < 0)) own.upper = root;
    bounds.set(name, own);
  }
  return bounds;
}

/** A point at which nothing has a value. */
export const nowhere: Point = {
  symbols: new Map(),
  entry: () => Rational.of(0n),
  weight: () => Rational.of(1n),
  outcomes: new Map(),
};
