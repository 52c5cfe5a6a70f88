import type { IndependentGroup } from "../../assumptions/randomMeaning.js";
import type { Expr } from "../../tree/expression.js";
import { type Atom, atomsIn, type RandomNames } from "../names.js";
import { type Apart, rowKey, rowOf } from "./rows.js";
import type { Factor } from "../terms.js";

/** Factors by independent blocks, or two places of which it is not known whether they are one. */
export type Split = { blocks: Factor[][] } | { maybe: [Expr[], Expr[]] };

/**
 * Takes a product apart where a statement of independence allows it: one that speaks of all that stands in it. That X is
 * independent of Y and of Z says nothing of X and Y*Z.
 */
export function split(factors: readonly Factor[], names: RandomNames, apart: Apart): Split {
  for (const groups of names.independent) {
    const found = splitBy(groups, factors, names, apart);
    if (found && ("maybe" in found || found.blocks.length > 1)) return found;
  }
  return { blocks: [[...factors]] };
}

function splitBy(
  groups: readonly IndependentGroup[],
  factors: readonly Factor[],
  names: RandomNames,
  apart: Apart,
): Split | undefined {
  const atoms = factors.map(({ base }) => atomsIn(base, names));
  const places = atoms.map((own) => own.map((atom) => placeOf(atom, groups)));
  if (places.flat().some((place) => place === undefined)) return undefined;
  const known = places as Place[][];
  const all = known.flat();
  for (const [i, one] of all.entries())
    for (const two of all.slice(i + 1))
      if (mayMeet(one, two, apart)) return { maybe: [one.row!, two.row!] };
  const blocks: { keys: Set<string>; factors: Factor[] }[] = [];
  for (const [i, factor] of factors.entries()) {
    const keys = new Set(known[i].map(({ key }) => key));
    const joined = blocks.filter((block) => [...keys].some((key) => block.keys.has(key)));
    const whole = { keys, factors: [...joined.flatMap((block) => block.factors), factor] };
    for (const block of joined) {
      for (const key of block.keys) whole.keys.add(key);
      blocks.splice(blocks.indexOf(block), 1);
    }
    blocks.push(whole);
  }
  return { blocks: blocks.map((block) => block.factors) };
}

/** Where an atom stands in a statement: its group, and its row where the rows are independent. */
interface Place {
  group: number;
  row?: Expr[];
  key: string;
}

function placeOf(atom: Atom, groups: readonly IndependentGroup[]): Place | undefined {
  const group = groups.findIndex(({ names }) => names.includes(atom.name));
  if (group < 0) return undefined;
  if (!groups[group].byRow) return { group, key: `${group}` };
  const row = rowOf(atom);
  return { group, row, key: `${group}:${rowKey(row)}` };
}

const mayMeet = (one: Place, two: Place, apart: Apart): boolean =>
  one.group === two.group &&
  one.key !== two.key &&
  one.row !== undefined &&
  two.row !== undefined &&
  !apart(one.row, two.row);
