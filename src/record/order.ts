import type { Definition, DerivationJSON, Erratum, Step, Taken } from "./types.js";

/** What a derivation takes from another one, with the number of steps and errata that stood above. */
export type TakenAfter = Taken & { after: number };

/** What stands in a derivation beside its steps. */
export interface Beside {
  errata: Erratum[];
  rests: string[];
  takes: TakenAfter[];
}

/** A derivation as it is stored. */
export function recordOf(
  { id, title, assumptions, grade }: Pick<DerivationJSON, "id" | "title" | "assumptions" | "grade">,
  { steps, errata, rests, takes }: Beside & { steps: Step[] },
): DerivationJSON {
  return {
    version: 1,
    id,
    title,
    assumptions: [...assumptions],
    grade,
    steps,
    errata: [...errata],
    ...(rests.length ? { rests: [...rests] } : {}),
    ...(takes.length ? { takes: [...takes] } : {}),
  };
}

/** A step, an erratum, or what is taken from another derivation. */
export type Part = { step: Step } | { erratum: Erratum } | { taken: TakenAfter };

/** The parts of a derivation in the order in which they were added. */
export function inOrder({
  steps,
  errata,
  takes = [],
}: Pick<DerivationJSON, "steps" | "errata" | "takes">): Part[] {
  const parts: Part[] = [];
  let passed = 0;
  for (let place = 0; place <= steps.length + errata.length; place++) {
    parts.push(...takes.filter(({ after }) => after === place).map((taken) => ({ taken })));
    if (errata[passed]?.after === place) parts.push({ erratum: errata[passed++] });
    else if (place - passed < steps.length) parts.push({ step: steps[place - passed] });
  }
  return parts;
}

/** What another derivation takes from one that it uses; nothing where nothing is defined. */
export function takenFrom(record: DerivationJSON, after: number): TakenAfter[] {
  const definitions = inOrder(record).flatMap((part): (Definition | Taken)[] => {
    if ("step" in part) return part.step.defines ? [part.step.defines] : [];
    return "taken" in part ? [withoutPlace(part.taken)] : [];
  });
  const { id, assumptions } = record;
  return definitions.length ? [{ id, assumptions, definitions, after }] : [];
}

const withoutPlace = ({ id, assumptions, definitions }: Taken): Taken => ({
  id,
  assumptions,
  definitions,
});
