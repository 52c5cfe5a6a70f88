import type { Random } from "../../../src/index.js";
import { argsOf, freeNames, type Term } from "../oracle/term.js";

/** What a rule may suppose of the names. */
export interface Names {
  /** Names free in the claim, that a rule may bring in. */
  free: string[];
  /** Names, and families of entries, that are positive. */
  positive: Set<string>;
}

/** Gives an equal term, or undefined where the rule does not fit. */
export type Rule = (term: Term, random: Random, names: Names) => Term | undefined;

/** A step down a tree: which argument. */
export type Path = number[];

/** The places in a term that may be rewritten: not the name that a binder binds, nor what an entry's family is. */
export function placesIn(term: Term, path: Path = []): Path[] {
  const own = argsOf(term).flatMap((arg, i) => {
    const fixed =
      (["sum", "prod", "integrate", "D"].includes(term.fn) && i === 1) ||
      (term.fn === "[]" && i === 0);
    return fixed ? [] : placesIn(arg, [...path, i]);
  });
  return [path, ...own];
}

export const pick = <T>(list: readonly T[], random: Random): T =>
  list[random.integer(0, list.length - 1)];

export function termAt(term: Term, path: Path): Term {
  return path.reduce((one, i) => argsOf(one)[i], term);
}

export function replaceAt(term: Term, path: Path, by: Term): Term {
  if (!path.length) return by;
  const [i, ...rest] = path;
  const args = argsOf(term).map((arg, j) => (i === j ? replaceAt(arg, rest, by) : arg));
  return { ...term, args } as Term;
}

/** Rewrites a term a number of times, each time at a random place by a random rule that fits there. */
export function rewrite(
  term: Term,
  rules: readonly Rule[],
  count: number,
  random: Random,
  names: Names,
): Term {
  let result = term;
  for (let done = 0, tries = 0; done < count && tries < 30 * count; tries++) {
    const places = placesIn(result);
    if (places.length > 120) break; // large enough to be read, and to be wrong in
    const path = pick(places, random);
    const inside = path.some((_, i) => limitOf(termAt(result, path.slice(0, i)), path[i]));
    const next = inside ? undefined : pick(rules, random)(termAt(result, path), random, names);
    if (next === undefined) continue;
    result = replaceAt(result, path, next);
    done++;
  }
  return result;
}

/** Limits of sums, indices and exponents are left alone, since they must stay whole numbers; so are infinite limits. */
const limitOf = (parent: Term, i: number): boolean =>
  (["sum", "prod"].includes(parent.fn) && i > 1) ||
  (parent.fn === "integrate" && i > 1 && freeNames(argsOf(parent)[i]).has("Infinity")) ||
  parent.fn === "[]" ||
  (parent.fn === "^" && i === 1);
