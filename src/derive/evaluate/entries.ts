import { Rational } from "../../num/index.js";
import { type Assumptions, type Fact, factHolds, nowhere } from "../assumptions/assumptions.js";
import { attempt, cannotEvaluate } from "../tree/errors.js";
import { type Expr, parts } from "../tree/expression.js";
import { families, freeNames } from "../tree/names.js";
import { fraction } from "./candidates.js";
import { evaluate, type Point } from "./evaluate.js";
import { Arithmetic, isExact } from "./value.js";

type Symbols = ReadonlyMap<string, Rational>;

export function hash(text: string, salt: number): number {
  let mixed = (salt + 1) * 2654435761;
  for (const letter of text) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 16777619) >>> 0;
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 2246822519) >>> 0;
  mixed ^= mixed >>> 13;
  return mixed >>> 0;
}

/** Entries of families at a point: small numbers, such that what is assumed of an entry, or of every one, holds. */
export function entryChooser(assumptions: Assumptions, arithmetic: Arithmetic) {
  const facts = assumptions.facts.flatMap((fact) =>
    fact.kind === "compare" && families(fact.expr).size > 0 ? [fact] : [],
  );
  const small = "1 2 3 -1 0 1/2 4 5 1/3 -2 3/2 1/4".split(" ").map(fraction);
  return (
    name: string,
    indices: bigint[],
    salt: number,
    at: Symbols,
    first: readonly Rational[] = [],
  ): Rational => {
    const start = hash(`${name}${indices}`, salt);
    const own = facts.flatMap((fact) => {
      const symbols = aboutEntry(fact, name, indices, at);
      return symbols ? [{ fact, point: { ...nowhere, symbols } }] : [];
    });
    if (own.length === 0) return first[0] ?? small[start % small.length];
    if (own.some(({ fact }) => families(fact.expr).size > 1))
      throw cannotEvaluate("an entry that is compared with those of another family");
    const near = own.flatMap(({ fact, point }) => besideBound(fact, point));
    const turned = (all: readonly Rational[]) => all.map((_, i) => all[(start + i) % all.length]);
    const values = [...first, ...turned(small), ...turned(near)];
    const fitting = values.find((value) =>
      own.every(({ fact, point }) => factHolds(fact, { ...point, entry: () => value }, arithmetic)),
    );
    if (!fitting)
      throw cannotEvaluate("an entry for which no value was found that is assumed of it");
    return fitting;
  };
}

/** The value at which a fact that is linear in an entry turns, and those around it. */
function besideBound({ expr }: Fact & { kind: "compare" }, point: Point): Rational[] {
  const [zero, one] = [0n, 1n].map((value) =>
    attempt(() => evaluate(expr, { ...point, entry: () => Rational.of(value) }, new Arithmetic())),
  );
  if (!zero || !one || !isExact(zero) || !isExact(one) || zero.equals(one)) return [];
  const bound = zero.div(zero.sub(one));
  return [0n, 1n, 2n, -1n, -2n].map((by) => bound.add(Rational.of(by)));
}

/** Ways in which all entries at a point are alike: one number, or each its own index. */
export const alikeKinds = [0n, 1n, "index", 2n, 3n, -1n] as const;

/**
 * Entries that are alike as far as what is assumed of them allows: there a sum of squares or of differences is 0, which
 * values that differ at random hardly meet.
 */
export function alikeEntries(
  kind: (typeof alikeKinds)[number],
  { symbols }: { symbols: Symbols },
  choose: ReturnType<typeof entryChooser>,
) {
  return (name: string, indices: bigint[]): Rational => {
    const value = kind === "index" ? (indices[indices.length - 1] ?? 1n) : kind;
    return choose(name, indices, 0, symbols, [Rational.of(value)]);
  };
}

/** The names with which a fact speaks of an entry: `x[n] > 0` of every one, `x[N] > 0` at N = 3 of x[3]. */
function aboutEntry(
  { expr }: Fact & { kind: "compare" },
  name: string,
  indices: bigint[],
  at: Symbols,
): Symbols | undefined {
  const entry = entryIn(expr, name);
  if (!entry) return undefined;
  const symbols = new Map(at);
  for (const [k, index] of entry.indices.entries()) {
    const own = Rational.of(indices[k] ?? 1n);
    const open = [...freeNames(index)].filter((free) => !at.has(free));
    for (const free of open) symbols.set(free, own);
    if (open.length) continue;
    const value = evaluate(index, { ...nowhere, symbols: at }, new Arithmetic());
    if (!isExact(value) || !value.equals(own)) return undefined;
  }
  return symbols;
}

function entryIn(expr: Expr, name: string): (Expr & { kind: "index" }) | undefined {
  if (expr.kind === "index" && expr.name === name) return expr;
  for (const part of parts(expr)) {
    const found = entryIn(part, name);
    if (found) return found;
  }
  return undefined;
}
