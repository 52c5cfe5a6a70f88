import { vocabularyOfDeclared } from "../tex/reading/declaredNames.js";
import {
  type Definitions,
  isDefined,
  valuesOf,
  vocabularyOfDefinitions,
} from "../definitions/definitions.js";
import type { Expr } from "../tree/expression.js";
import { derivativesSeen, type Seen } from "../dependence/seen.js";
import type { Ground } from "./grading.js";
import { families, freeNames } from "../tree/names.js";
import type { Side } from "../notation/relation.js";
import { statedScalars } from "../assumptions/statedNames.js";
import type { Entry } from "./steps.js";
import { joined, type Vocabulary, vocabularyOf } from "../tex/reading/vocabulary.js";

/** What names are known to be at a place of a derivation: where LaTeX could mean two things, what stands above decides. */
export function vocabularyAbove(
  entries: readonly Entry[],
  last: Side | undefined,
  { assumptions, definitions }: Pick<Ground, "assumptions" | "definitions">,
): Vocabulary {
  const facts = assumptions.facts.flatMap((fact) => (fact.kind === "compare" ? [fact.expr] : []));
  const equated = (assumptions.equations ?? []).flatMap(({ left, right }) => [left, right]);
  const own = vocabularyOf([...exprsAbove(entries, last), ...facts, ...equated]);
  const stated = { ...own, symbols: new Set([...own.symbols, ...statedScalars(assumptions)]) };
  const declared = vocabularyOfDeclared(assumptions.declared ?? []);
  return [declared, vocabularyOfDefinitions(definitions)].reduce(joined, stated);
}

/** The free names and the indexed families of what stands above a place. */
export const namesAbove = (entries: readonly Entry[], last: Side | undefined): Set<string> =>
  new Set(exprsAbove(entries, last).flatMap((expr) => [...freeNames(expr), ...families(expr)]));

/** The derivatives of names that are not defined, in what stands above a place and in the definitions. */
export function seenAbove(
  entries: readonly Entry[],
  last: Side | undefined,
  definitions: Definitions,
): Seen[] {
  const exprs = [...exprsAbove(entries, last), ...valuesOf(definitions)];
  return exprs
    .flatMap((expr) => derivativesSeen(expr))
    .filter(({ of, by }) => ![of, ...by].some((name) => isDefined(definitions, name)));
}

function exprsAbove(entries: readonly Entry[], last: Side | undefined): Expr[] {
  const sides = [...entries.flatMap((entry) => entry.sides ?? []), ...(last ? [last] : [])];
  return sides.map(({ expr }) => expr);
}
