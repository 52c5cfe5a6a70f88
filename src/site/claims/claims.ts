import { type Grade, weakest } from "../../record/index.js";
import type { Claim, Equation, InventoryItem, PlacedDerivation } from "../types.js";

/**
 * The claims of a chapter: each entry of the inventory once, with the weakest grade among what settles it, and each
 * step of a derivation that the inventory does not name. An entry that nothing settles is assumed if it is a
 * definition or a hypothesis, else unknown.
 */
export function chapterClaims(
  items: InventoryItem[],
  derivations: PlacedDerivation[],
  equations: Equation[],
): Claim[] {
  const named = new Set(items.map(({ id }) => id));
  const claims: Claim[] = items.map((item) => {
    const { grade, section: own, corrected } = standing(item, derivations);
    const section = own ?? equations.find(({ id }) => id === item.id)?.section;
    return { id: item.id, grade, section, erratum: corrected !== undefined };
  });
  for (const { derivation, section } of derivations) {
    if (named.has(derivation.id)) continue;
    for (const { grade, expect } of derivation.steps) {
      const wanted = expect === grade;
      claims.push({ id: derivation.id, grade, section, erratum: false, ...(wanted && { wanted }) });
    }
    for (const { asWritten } of derivation.errata) {
      claims.push({ id: derivation.id, grade: asWritten.grade, section, erratum: true });
    }
  }
  return claims;
}

/** How an entry of the inventory stands. */
export interface Standing {
  /** As printed: the weakest of what settles it. */
  grade: Grade;
  /** As corrected, where an erratum settles it. */
  corrected?: Grade;
  /** The part of the chapter that settles it first; absent where nothing does. */
  section?: string;
}

/** The grade of an entry of the inventory, from the steps and errata that name it. */
export function standing(item: InventoryItem, derivations: PlacedDerivation[]): Standing {
  const has = (one: { items?: number[] }) => one.items?.includes(item.number);
  const found = derivations.map(({ derivation, section }) => ({
    section,
    steps: derivation.steps.filter(has),
    errata: derivation.errata.filter(has),
  }));
  const errata = found.flatMap((one) => one.errata);
  const printed = [...found.flatMap(({ steps }) => steps), ...errata.map((one) => one.asWritten)];
  const first = found.find((one) => one.steps.length || one.errata.length);
  return {
    grade: printed.length ? weakest(printed.map(({ grade }) => grade)) : ungraded(item),
    ...(errata.length && { corrected: weakest(errata.map((one) => one.corrected.grade)) }),
    ...(first && { section: first.section }),
  };
}

function ungraded({ status }: InventoryItem): Grade {
  return status === "definition" || status === "hypothesis" ? "assumed" : "unknown";
}
