import type { Meaning } from "../../../src/derive/assumptions/declared.js";
import { DerivationError } from "../../../src/derive/tree/errors.js";
import type { Fact } from "../../../src/derive/assumptions/assumptions.js";
import { readAll } from "../../../src/derive/assumptions/readAll.js";
import { relations } from "../../../src/derive/claims/readClaims.js";
import { type Expr, parts } from "../../../src/derive/tree/expression.js";
import { library } from "../../../src/derive/library/library.js";
import { constantNames, freeNames } from "../../../src/derive/tree/names.js";
import { functions } from "../../../src/derive/oracle/evaluate/functions.js";
import { constructs } from "../../../src/derive/oracle/points/points.js";
import { parse } from "../../../src/derive/read/parse.js";
import { statementNames } from "../../../src/derive/read/proposition.js";
import { listFunctions } from "../../../src/derive/tensor/calls.js";
import { random as seeded } from "../../../src/index.js";
import type { Fragment } from "./fragments/fragment.js";

/** By their types, so that one that is added must be named here. */
const kinds: Record<Expr["kind"], true> = {
  number: true,
  symbol: true,
  index: true,
  add: true,
  mul: true,
  div: true,
  pow: true,
  neg: true,
  call: true,
  event: true,
  list: true,
};
const facts: Record<Fact["kind"], true> = {
  compare: true,
  integer: true,
  density: true,
  depends: true,
  convergence: true,
};
const meanings: Record<Meaning["is"], true> = {
  function: true,
  family: true,
  matrix: true,
  vector: true,
  "random variable": true,
  independent: true,
  alike: true,
  uncorrelated: true,
  "jointly normal": true,
  "imaginary unit": true,
  complex: true,
  moving: true,
  weights: true,
  index: true,
  base: true,
};

/** Whatever a claim may consist of, by the tables of the engine and of its second evaluator. */
export const everything: readonly string[] = [
  ...new Set([
    ...[...library.keys(), ...Object.keys(functions), ...listFunctions],
    ...[...constructs, ...statementNames],
    ...relations,
    ...Object.keys(kinds).map((kind) => `expression: ${kind}`),
    ...Object.keys(facts).map((kind) => `assumption: ${kind}`),
    ...[...constantNames].flatMap((name) => [`constant: ${name}`, `assumed constant: ${name}`]),
    ...Object.keys(meanings).map((is) => `declared: ${is}`),
  ]),
];

/** What the claims of a fragment consist of, over `count` of them. */
export function contentsOf(fragment: Fragment, count: number, seed: number): Set<string> {
  const found = new Set<string>();
  const random = seeded(seed);
  for (let i = 0; i < count; i++) {
    const { lhs, rhs, relation = "=", assumptions } = fragment.holds(random);
    found.add(relation);
    const assumed = readAll(assumptions);
    for (const fact of assumed.facts) {
      found.add(`assumption: ${fact.kind}`);
      const names = fact.kind === "compare" ? freeNames(fact.expr) : [];
      for (const name of names) found.add(`assumed constant: ${name}`);
    }
    for (const { meaning } of assumed.declared ?? []) found.add(`declared: ${meaning.is}`);
    for (const side of [lhs, rhs]) visit(plainly(side), found);
  }
  return found;
}

/** A side that is plain text; one in LaTeX counts for nothing here. */
function plainly(text: string): Expr | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof DerivationError) return undefined;
    throw error;
  }
}

function visit(expr: Expr | undefined, found: Set<string>): void {
  if (!expr) return;
  found.add(`expression: ${expr.kind}`);
  if (expr.kind === "call") found.add(expr.name);
  if (expr.kind === "symbol") found.add(`constant: ${expr.name}`);
  for (const part of parts(expr)) visit(part, found);
}
