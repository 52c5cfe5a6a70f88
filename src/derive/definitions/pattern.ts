import { Rational } from "../../num/index.js";
import { random } from "../../num/random.js";
import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { isNoAnswer } from "../tree/errors.js";
import { evaluate, type Point } from "../evaluate/evaluate.js";
import { Arithmetic } from "../evaluate/value.js";
import { type Expr, treeKey, withEach } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";
import { isMaximum, namedMaximum } from "../tensor/pooling.js";

/** Assumptions about defined names, as they are in terms of free ones. */
export interface Pattern {
  /** What the engine is given: facts that speak of few names. */
  plain: Assumptions;
  /** Hypotheses that name the winners of maxima and the signs, in many names. */
  hypotheses: Fact[];
  /** An expression with the maxima replaced that the hypotheses settle. */
  settle(expr: Expr): Expr;
}

/** A fact about more names is rarely met by chance: points are moved onto it instead. */
const fewNames = 8;

/** Sorts resolved assumptions into those for the engine and those that only name winners. */
export function patternOf(resolved: Assumptions): Pattern {
  const many = (fact: Fact) => fact.kind === "compare" && freeNames(fact.expr).size > fewNames;
  const above = new Set<string>();
  for (const fact of resolved.facts) {
    if (fact.kind !== "compare" || fact.relation !== ">" || fact.expr.kind !== "add") continue;
    const [one, other] = fact.expr.terms;
    if (other?.kind === "neg") above.add(`${treeKey(one)} > ${treeKey(other.of)}`);
  }
  const larger = (one: Expr, other: Expr) => above.has(`${treeKey(one)} > ${treeKey(other)}`);
  const settle = (expr: Expr): Expr => {
    const inner = withEach(expr, settle);
    return isMaximum(inner) ? namedMaximum(inner, larger) : inner;
  };
  return {
    plain: { ...resolved, facts: resolved.facts.filter((fact) => !many(fact)) },
    hypotheses: resolved.facts.filter(many),
    settle: above.size ? settle : (expr) => expr,
  };
}

/** A narrow condition is met by one draw in thousands; a draw is one evaluation of it. */
const mostTries = 6000;
const exact = new Arithmetic();

/**
 * A point that satisfies hypotheses in many names, and what else is assumed of these: values are drawn one at a time,
 * and one that breaks more than before is taken back. Seeded; undefined if none was found.
 */
export function pointWithin(
  hypotheses: readonly Fact[],
  plain: readonly Fact[],
): Map<string, Rational> | undefined {
  const inMany = hypotheses.filter((fact) => fact.kind === "compare");
  const shared = new Set(inMany.flatMap(({ expr }) => [...freeNames(expr)]));
  const touching = plain
    .filter((fact) => fact.kind === "compare")
    .filter(({ expr }) => [...freeNames(expr)].some((name) => shared.has(name)));
  const own = [...inMany, ...touching];
  const integers = new Set(plain.flatMap((fact) => (fact.kind === "integer" ? [fact.name] : [])));
  const names = [...new Set(own.flatMap(({ expr }) => [...freeNames(expr)]))].sort();
  const source = random(20);
  const whole = (from: number, to: number) => BigInt(Math.floor(source.uniform(from, to)));
  const draw = (name: string) =>
    // Whole numbers read best, and fractions between them reach what is narrow.
    integers.has(name) || source.uniform(0, 1) < 0.7
      ? Rational.of(whole(-9, 10))
      : Rational.of(whole(-9, 10), whole(2, 12));
  const values = new Map(names.map((name) => [name, draw(name)]));
  const about = new Map(
    names.map((name) => [name, own.filter(({ expr }) => freeNames(expr).has(name))]),
  );
  const broken = (some: typeof own) => some.filter((fact) => !holds(fact, values)).length;
  for (let tries = 0; tries < mostTries; tries++) {
    const left = own.filter((fact) => !holds(fact, values));
    if (left.length === 0) return values;
    const choices = [...freeNames(left[Math.floor(source.uniform(0, left.length))].expr)];
    const name = choices[Math.floor(source.uniform(0, choices.length))];
    const [before, held] = [broken(about.get(name)!), values.get(name)!];
    values.set(name, draw(name));
    if (broken(about.get(name)!) > before) values.set(name, held);
  }
  return undefined;
}

/** A point with values for names alone. */
export function pointAt(symbols: ReadonlyMap<string, Rational>): Point {
  return {
    symbols,
    entry: () => Rational.of(0n),
    weight: () => Rational.of(1n),
    outcomes: new Map(),
  };
}

function holds(fact: Fact & { kind: "compare" }, values: ReadonlyMap<string, Rational>): boolean {
  try {
    const sign = exact.sign(evaluate(fact.expr, pointAt(values), exact));
    if (fact.relation === ">") return sign === 1;
    return fact.relation === ">=" ? sign === 1 || sign === 0 : sign !== undefined && sign !== 0;
  } catch (error) {
    if (isNoAnswer(error)) return false;
    throw error;
  }
}
