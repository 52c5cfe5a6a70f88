import type { Expr } from "../../tree/expression.js";
import type { Fact, Need } from "../claim/claim.js";
import { functions } from "../evaluate/functions.js";
import { outcomesIn } from "../evaluate/events.js";
import { type Entries, entryChooser } from "./entries.js";
import { type Fraction, fraction, readFraction } from "../numbers/fraction.js";
import type { Point, Polynomial } from "../claim/point.js";
import { chosen, hash } from "../numbers/random.js";
import { countsIn, namesIn, walk } from "../claim/tree.js";

const isKnown = (name: string): boolean => Object.hasOwn(functions, name) || constructs.has(name);
/** Calls that mean something of their own, beside the functions. */
export const constructs = new Set("sum prod integrate at D partial = != < <= and or O".split(" "));

const pool = (texts: string) => texts.split(" ").map(readFraction);
/** What is small first, then what hurts: zeros, signs, fractions, and what is large or near 0. */
const usual = pool("2 3 1/2 -1 5 -3/2 7/3 1/3 -2 1 -1/2 4");
const odd = pool("0 10 13/10 1/100 -7 40 -1/5 97/3 -1/1000 1009 -12 2/7 1 -1");
/** Where denominators, logarithms and roots are at their edge. */
const edges = pool("0 0 1 -1");
const wholes = pool("2 3 1 4 0 5 7 -1 6 -2 12 9");

/** What points are made for: names with what is assumed of them. */
export class Domain {
  readonly names: string[];
  readonly facts: (Fact & { kind: "compare" })[];
  readonly integers: Set<string>;
  readonly #counts: Set<string>;
  readonly #curves: Map<string, string[]>;
  readonly #densities: Set<string>;
  readonly #outcomes: ReturnType<typeof outcomesIn>;
  readonly #entries: Entries;

  readonly #varied: boolean;

  constructor(exprs: readonly Expr[], facts: readonly Fact[], needs: readonly Need[] = []) {
    this.facts = [...facts.filter((fact) => fact.kind === "compare"), ...needs.flatMap(factOf)];
    this.integers = new Set(facts.flatMap((fact) => (fact.kind === "integer" ? [fact.name] : [])));
    this.#densities = new Set(
      facts.flatMap((fact) => (fact.kind === "density" ? [fact.name] : [])),
    );
    this.#curves = new Map(
      facts.flatMap((fact) => (fact.kind === "depends" ? [[fact.name, fact.on] as const] : [])),
    );
    const names = new Set(exprs.flatMap((expr) => [...namesIn(expr)]));
    for (const name of this.integers) names.add(name);
    for (const { expr } of this.facts) if (!hasEntries(expr)) namesIn(expr, names);
    for (const on of this.#curves.values()) for (const name of on) names.add(name);
    for (const name of this.#curves.keys()) names.delete(name);
    this.names = [...names].sort();
    this.#counts = countsIn(exprs);
    this.#outcomes = outcomesIn(exprs);
    this.#varied = exprs.some(hasChoices);
    this.#entries = entryChooser(this.facts, (expr) =>
      [...namesIn(expr)].some((name) => !names.has(name)),
    );
  }

  /** Whether there is nothing to choose. */
  get constant(): boolean {
    return this.names.length === 0 && this.#outcomes.size === 0 && !this.#varied;
  }
  /** The facts that speak of names and entries with values, and not of every entry. */
  get specific(): (Fact & { kind: "compare" })[] {
    return this.facts.filter(({ expr }) =>
      [...namesIn(expr)].every((name) => this.names.includes(name) || this.#curves.has(name)),
    );
  }

  /** Whether entries that were moved are still what is assumed of every entry. */
  fits(values: ReadonlyMap<string, Fraction>): boolean {
    return [...values].every(([name, value]) => {
      const [, family, indices] = /^(.+)\[(.*)\]$/.exec(name) ?? [];
      return (
        family === undefined || this.#entries.fits(family, indices.split(",").map(BigInt), value)
      );
    });
  }
  whole(name: string, round: number): boolean {
    // A name that only counts is tried between the whole numbers, too.
    return this.integers.has(name) || (this.#counts.has(name) && round % 4 !== 3);
  }
  draw(name: string, round: number): Fraction {
    if (this.whole(name, round)) return chosen(wholes, name, round);
    if (round % 4 === 2) return chosen(edges, name, round);
    return chosen(round % 4 === 3 ? odd : usual, name, round);
  }

  /** A point of a round; nothing says yet that it is admissible. */
  point(round: number): Point {
    const values = new Map(this.names.map((name) => [name, this.draw(name, round)]));
    const entry = this.#entries.at(round);
    const functions = new Map<string, Polynomial>();
    const remembered = (name: string, count: number): Polynomial => {
      const known = functions.get(name) ?? polynomial(name, count, round);
      functions.set(name, known);
      return known;
    };
    return {
      values,
      entry(family, indices) {
        const value = entry(family, indices);
        values.set(`${family}[${indices.join()}]`, value);
        return value;
      },
      curves: new Map(
        [...this.#curves].map(([name, on]) => [
          name,
          { on, by: polynomial(name, on.length, round) },
        ]),
      ),
      unknown: remembered,
      densities: this.#densities,
      weight: (measure, outcome) => fraction(1 + (hash(`${measure}${outcome}`, round) % 7)),
      outcomes: this.#outcomes,
    };
  }
}

/** Whether a tree holds an entry or a function that a point chooses. */
const hasChoices = (expr: Expr): boolean => {
  let found = false;
  walk(expr, (one) => {
    if (one.kind === "index") found = true;
    if (one.kind === "call" && !isKnown(one.name)) found = true;
  });
  return found;
};
const hasEntries = (expr: Expr): boolean => {
  let found = false;
  walk(expr, (one) => {
    if (one.kind === "index") found = true;
  });
  return found;
};

/** A condition as a fact, so that points are looked for where it holds. */
function factOf({ need, expr, scopes }: Need): (Fact & { kind: "compare" })[] {
  const every = scopes.every(({ lower, upper, integer }) => integer && !lower && !upper);
  if (!every || (scopes.length && expr.kind !== "index")) return [];
  if (need === "exponent" || need === "integer") return [];
  const relation = need === "nonzero" ? "!=" : need === "positive" ? ">" : ">=";
  if (expr.kind !== "index") return [{ kind: "compare", expr, relation }];
  // A name that stands for every index has a name of its own, beside one that is free.
  const bound = new Set(scopes.map(({ name }) => name));
  const indices = expr.indices.map((index): Expr =>
    index.kind === "symbol" && bound.has(index.name)
      ? { kind: "symbol", name: `${index.name}'` }
      : index,
  );
  return [{ kind: "compare", expr: { ...expr, indices }, relation }];
}

/** A polynomial of second degree, mixed, with coefficients that are not 0. */
function polynomial(name: string, count: number, round: number): Polynomial {
  const terms = [{ scale: coefficient(`${name} start`, round), powers: new Array(count).fill(0) }];
  const powersOf = (...ones: number[]) =>
    Array.from({ length: count }, (_, i) => ones.filter((one) => one === i).length);
  for (let i = 0; i < count; i++) {
    terms.push({ scale: coefficient(`${name} ${i}`, round), powers: powersOf(i) });
    for (let j = i; j < count; j++)
      terms.push({ scale: coefficient(`${name} ${i} ${j}`, round), powers: powersOf(i, j) });
  }
  return { terms };
}
const coefficients = pool("1 2 -1 3 1/2 -2 3/2 5 -1/3 4");
const coefficient = (text: string, round: number): Fraction => chosen(coefficients, text, round);
