import { countWork } from "../../tree/work.js";
import { Outside } from "./outside.js";
import { powerKey } from "./powers.js";
import { type Factor, type Index, isSymmetric, renamed, type Term } from "./tensor.js";

/** So many namings of the summed indices of a term are looked at. */
const mostNamings = 400;

interface Place {
  factor: string;
  others: { place: string; index: Index }[];
  place: string;
}

/** A term with names of its summed indices that depend on nothing but its shape, and its text: one text for one term. */
export function canonical(of: Term): { term: Term; key: string } {
  const budget = { left: mostNamings };
  const places = placesOf(of);
  const colours = refined(
    new Map([...of.summed].map(([index, length]) => [index, length])),
    places,
  );
  const [names, key] = best(of, colours, places, budget);
  const named = renamed(of, names);
  return { term: { ...named, factors: sorted(named.factors) }, key };
}

/** Where each summed index stands, and beside which. */
function placesOf(of: Term): Map<Index, Place[]> {
  const places = new Map([...of.summed.keys()].map((index) => [index, [] as Place[]]));
  for (const { atom, at, exponent } of of.factors) {
    const own = `${atom.key}^${powerKey(exponent)}`;
    const place = (i: number): string => (isSymmetric(atom) ? "*" : `${i}`);
    for (const [i, index] of at.entries()) {
      const others = at.flatMap((other, j) => (i === j ? [] : [{ place: place(j), index: other }]));
      places.get(index)?.push({ factor: own, place: place(i), others });
    }
  }
  return places;
}

/** Colours by what stands around each index, finer and finer until no further ones are told apart. */
function refined(
  colours: ReadonlyMap<Index, string>,
  places: ReadonlyMap<Index, Place[]>,
): Map<Index, string> {
  let now = new Map(colours);
  for (;;) {
    const next = new Map<Index, string>();
    for (const [index, own] of now) {
      const around = places.get(index)!.map(({ factor, place, others }) => {
        const beside = others.map(
          (other) => `${other.place}:${now.get(other.index) ?? other.index}`,
        );
        return `${factor}#${place}(${beside.join()})`;
      });
      next.set(index, `${own}|${around.sort().join(";")}`);
    }
    const ranks = [...new Set(next.values())].sort();
    const before = new Set(now.values()).size;
    now = new Map(
      [...next].map(([index, text]) => [index, `${ranks.indexOf(text)}`.padStart(4, "0")]),
    );
    if (ranks.length === before || ranks.length === now.size) return now;
  }
}

/** The naming with the least text among those that the colours leave open. */
function best(
  of: Term,
  colours: ReadonlyMap<Index, string>,
  places: ReadonlyMap<Index, Place[]>,
  budget: { left: number },
): [names: Map<Index, Index>, key: string] {
  countWork(colours.size * colours.size + of.factors.length);
  if (--budget.left < 0) throw new Outside("a product of too many factors that are alike");
  const classes = new Map<string, Index[]>();
  for (const [index, colour] of colours)
    classes.set(colour, [...(classes.get(colour) ?? []), index]);
  const open = [...classes].sort(([a], [b]) => (a < b ? -1 : 1)).find(([, all]) => all.length > 1);
  if (!open) {
    const order = [...colours].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([index]) => index);
    const names = new Map(order.map((index, i) => [index, `s${i}`]));
    return [names, keyOf(of, names)];
  }
  const found = open[1].map((index) => {
    const marked = new Map(colours).set(index, `${open[0]}-`);
    return best(of, refined(marked, places), places, budget);
  });
  return found.reduce((least, next) => (next[1] < least[1] ? next : least));
}

function keyOf(of: Term, names: ReadonlyMap<Index, Index>): string {
  const lengths = [...of.summed].map(([index, length]) => `${names.get(index)}<${length}`).sort();
  const factors = renamed(of, names).factors.map(factorKey).sort();
  return `${factors.join(" ")}${lengths.length ? ` : ${lengths.join()}` : ""}`;
}

function factorKey({ atom, at, exponent }: Factor): string {
  const own = isSymmetric(atom) ? [...at].sort() : at;
  return `${atom.key}[${own.join()}]^${powerKey(exponent)}`;
}

/** Factors in one order, those of symmetric atoms with their indices in order. */
const sorted = (factors: readonly Factor[]): Factor[] =>
  factors
    .map((one) => (isSymmetric(one.atom) ? { ...one, at: [...one.at].sort() } : one))
    .sort((a, b) => (factorKey(a) < factorKey(b) ? -1 : 1));
