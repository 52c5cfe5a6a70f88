import type { Expr } from "../../tree/expression.js";
import type { Fact } from "../claim/claim.js";
import { doubles } from "../numbers/doubles.js";
import { evaluate } from "../evaluate/evaluate.js";
import { cannotTell, valueOf } from "../numbers/field.js";
import { type Fraction, fraction, readFraction } from "../numbers/fraction.js";
import { relates } from "../numbers/relates.js";
import { hash } from "../numbers/random.js";
import type { Point } from "../claim/point.js";
import { walk } from "../claim/tree.js";

const values = "1 2 3 -1 1/2 4 -2 5 1/3 0 3/2 1/4 -5/2 7 1/20 19/20".split(" ").map(readFraction);

type Compare = Fact & { kind: "compare" };

/** How entries of families are chosen, such that what is assumed of every entry holds of each. */
export interface Entries {
  at(round: number): (family: string, indices: bigint[]) => Fraction;
  /** Whether what is assumed of every entry holds of this one. */
  fits(family: string, indices: bigint[], value: Fraction): boolean;
}

export function entryChooser(facts: readonly Compare[], generic: (expr: Expr) => boolean): Entries {
  const about = new Map<string, { fact: Compare; names: (string | undefined)[] }[]>();
  let many = false;
  for (const fact of facts.filter(({ expr }) => generic(expr))) {
    const found = indicesIn(fact.expr);
    if (found.length !== 1) many = true;
    for (const { name, indices } of found) {
      const names = indices.map((index) => (index.kind === "symbol" ? index.name : undefined));
      about.set(name, [...(about.get(name) ?? []), { fact, names }]);
    }
  }
  const allowed = (family: string, indices: bigint[], value: Fraction): boolean =>
    (about.get(family) ?? []).every(({ fact, names }) => fits(fact, names, indices, value));
  const at = (round: number) => (family: string, indices: bigint[]) => {
    if (many) return cannotTell("entries that are bound to each other");
    const start = hash(`${family}${indices}`, round);
    for (let i = 0; i < values.length; i++) {
      const value = values[(start + i) % values.length];
      if (allowed(family, indices, value)) return value;
    }
    return cannotTell(`an entry of ${family} that fits`);
  };
  return { at, fits: allowed };
}

/** The entries in a tree, each once. */
function indicesIn(expr: Expr): (Expr & { kind: "index" })[] {
  const found = new Map<string, Expr & { kind: "index" }>();
  walk(expr, (one) => {
    if (one.kind === "index")
      found.set(one.name + one.indices.map((index) => JSON.stringify(index, plain)), one);
  });
  return [...found.values()];
}
const plain = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}` : value);

/** Operations of one comparison of an entry: its indices and itself, and nothing that is summed. */
const fewSteps = 500;

/** Whether a fact holds of an entry; one about other indices says nothing of it. */
function fits(
  { expr, relation }: Compare,
  names: (string | undefined)[],
  indices: bigint[],
  value: Fraction,
): boolean {
  const own = names.map((name, i) => [name, fraction(indices[i] ?? 1n)] as const);
  const known = own.flatMap(([name, index]) =>
    name === undefined ? [] : [[name, index] as const],
  );
  const point: Point = { ...nowhere, values: new Map(known), entry: () => value };
  const found = valueOf(() => evaluate(expr, point, doubles, { steps: fewSteps }));
  return found !== undefined && relates(doubles, found, relation) === true;
}

/** A point at which nothing has a value. */
export const nowhere: Point = {
  values: new Map(),
  entry: () => cannotTell("an entry"),
  curves: new Map(),
  unknown: () => cannotTell("a function"),
  densities: new Set(),
  weight: () => fraction(1),
  outcomes: new Map(),
};
