import type { DerivationJSON } from "../record/index.js";
import { idPattern, nearestIds, type TaggedEquation } from "../notebook/index.js";
import { type Finding, findingOf } from "./finding.js";
import { wronglyTaken } from "./takes.js";

/** A sentence about a cell of the notebook. */
export interface Remark {
  text: string;
  /** The cell's number among all of them, from 1. */
  cell: number;
}

/** A graded derivation and the number of the cell that made it. */
export interface Made {
  cell: number;
  derivation: DerivationJSON;
}

/** An equation with how it stands to its derivations. */
export interface Held {
  equation: TaggedEquation;
  finding: Finding;
}

/** How a notebook's tagged equations stand to its derivations. */
export interface Agreement {
  held: Held[];
  /** What does not hold: an equation that says something else, an id that stands twice, a derivation of no equation. */
  problems: Remark[];
  /** Equations of which nothing is known. */
  unchecked: Remark[];
}

/** Holds each tagged equation of a notebook against the derivations with its id; a tag that is no id is a number. */
export function agreementOf(equations: TaggedEquation[], made: Made[]): Agreement {
  const derived = new Map<string, DerivationJSON[]>();
  for (const { derivation } of made) {
    const alike = derived.get(derivation.id);
    if (alike) alike.push(derivation);
    else derived.set(derivation.id, [derivation]);
  }
  const own = equations.filter((equation) =>
    tagsOf(equation).some((tag) => idPattern.test(tag) || derived.has(tag)),
  );
  const first = new Map(own.map((equation) => [equation.tag, equation] as const).reverse());
  const held = own.map((equation) => ({
    equation,
    finding:
      first.get(equation.tag) === equation
        ? findingOn(equation, derived.get(equation.tag) ?? [])
        : again(equation, first.get(equation.tag)!),
  }));
  const remarks = (kind: "differs" | "unchecked" | "mistagged") =>
    held.flatMap(({ equation: { tag, cell }, finding }) =>
      finding.kind === kind ? [{ cell, text: `${tag}: ${finding.why}` }] : [],
    );
  return {
    held,
    problems: [
      ...remarks("differs"),
      ...remarks("mistagged"),
      ...wronglyTaken(made.map(({ derivation }) => derivation)).map(({ at, text }) => ({
        cell: made[at].cell,
        text,
      })),
      ...withoutEquation(made, own),
    ],
    unchecked: remarks("unchecked"),
  };
}

const tagsOf = ({ tag, others }: TaggedEquation): string[] => [tag, ...others];

function findingOn({ tex, fault, nested }: TaggedEquation, derivations: DerivationJSON[]): Finding {
  if (fault) return { kind: "mistagged", why: fault };
  if (nested) return { kind: "unchecked", why: nestedEquation };
  return findingOf(tex, derivations);
}

const nestedEquation =
  "it stands in a list, a quotation, a heading, a table or HTML, where a page has no place for its badge; write it on lines of its own";

/** Only the first equation of an id is held against its derivations: many with many would take the square of their number. */
const again = ({ fault }: TaggedEquation, { cell }: TaggedEquation): Finding => ({
  kind: "mistagged",
  why: fault ?? `stands twice, first in cell ${cell}; an id is one equation's`,
});

function withoutEquation(made: Made[], equations: TaggedEquation[]): Remark[] {
  const ids = equations.flatMap(tagsOf);
  const seen = new Set(ids);
  const lost = made.filter(({ derivation: { id } }) => !seen.has(id) && seen.add(id));
  return lost.map(({ cell, derivation: { id } }) => {
    const [near] = nearestIds(id, ids, 1);
    const advice = near ? ` (the nearest is ${near})` : "";
    return {
      cell,
      text: `${id}: no equation of this notebook has this id${advice}; write \\tag{${id}} in the one that it derives`,
    };
  });
}
