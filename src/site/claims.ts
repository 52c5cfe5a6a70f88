import type { Grade, Step } from "../derive/types.js";
import { weakest } from "./grades.js";
import type { Claim, Equation, InventoryItem, PlacedDerivation } from "./types.js";

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
    const found = derivations.flatMap(({ derivation, section }) =>
      settled(derivation, item, section),
    );
    const section = found[0]?.section ?? equations.find(({ id }) => id === item.id)?.section;
    const grade = found.length ? weakest(found.map((one) => one.grade)) : ungraded(item);
    return { id: item.id, grade, section, erratum: found.some(({ erratum }) => erratum) };
  });
  for (const { derivation, section } of derivations) {
    if (named.has(derivation.id)) continue;
    for (const { grade } of derivation.steps) {
      claims.push({ id: derivation.id, grade, section, erratum: false });
    }
    for (const { asWritten } of derivation.errata) {
      claims.push({ id: derivation.id, grade: asWritten.grade, section, erratum: true });
    }
  }
  return claims;
}

interface Settling {
  grade: Grade;
  section: string;
  erratum: boolean;
}

function settled(
  derivation: PlacedDerivation["derivation"],
  item: InventoryItem,
  section: string,
): Settling[] {
  const has = (step: { items: number[] }) => step.items?.includes(item.number);
  const steps = derivation.steps.filter((step: Step) => has(step));
  const slips = derivation.errata.filter(has);
  return [
    ...steps.map(({ grade }) => ({ grade, section, erratum: false })),
    ...slips.map(({ asWritten }) => ({ grade: asWritten.grade, section, erratum: true })),
  ];
}

function ungraded({ status }: InventoryItem): Grade {
  return status === "definition" || status === "hypothesis" ? "assumed" : "unknown";
}

/** The grade that stands beside a tagged equation; none for one that nothing speaks of. */
export function equationGrade(
  id: string,
  items: InventoryItem[],
  derivations: { id: string; grade: Grade }[],
): Grade | undefined {
  const derived = derivations.filter((derivation) => derivation.id === id);
  if (derived.length) return weakest(derived.map(({ grade }) => grade));
  const own = items.filter((item) => item.id === id);
  return own.length ? weakest(own.map(ungraded)) : undefined;
}
