import type { DerivationJSON } from "../derive/types.js";
import { idPattern, misplacedTag, nearestIds, type TaggedEquation } from "../notebook/index.js";
import { type Finding, findingOf } from "./finding.js";

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
  const derived = new Set(made.map(({ derivation }) => derivation.id));
  const own = equations.filter(({ tag }) => idPattern.test(tag) || derived.has(tag));
  const held = own.map((equation) => ({
    equation,
    finding: findingOf(
      equation.tex,
      made.map(({ derivation }) => derivation).filter(({ id }) => id === equation.tag),
    ),
  }));
  const remarks = (kind: "differs" | "unchecked") =>
    held.flatMap(({ equation: { tag, cell }, finding }) =>
      finding.kind === kind ? [{ cell, text: `${tag}: ${finding.why}` }] : [],
    );
  return {
    held,
    problems: [
      ...remarks("differs"),
      ...doubled(own),
      ...misplaced(equations),
      ...withoutEquation(made, own),
    ],
    unchecked: remarks("unchecked"),
  };
}

function misplaced(equations: TaggedEquation[]): Remark[] {
  return equations.flatMap(({ tag, cell, within }) =>
    within ? [{ cell, text: `${tag}: ${misplacedTag(within)}` }] : [],
  );
}

function doubled(equations: TaggedEquation[]): Remark[] {
  return equations.flatMap(({ tag, cell }, i) => {
    const first = equations.findIndex((other) => other.tag === tag);
    if (first === i) return [];
    return [
      {
        cell,
        text: `${tag}: stands twice, first in cell ${equations[first].cell}; an id is one equation's`,
      },
    ];
  });
}

function withoutEquation(made: Made[], equations: TaggedEquation[]): Remark[] {
  const ids = equations.map(({ tag }) => tag);
  const lost = made.filter(({ derivation: { id } }, i) => {
    const first = made.findIndex(({ derivation }) => derivation.id === id);
    return first === i && !ids.includes(id);
  });
  return lost.map(({ cell, derivation: { id } }) => {
    const [near] = nearestIds(id, ids, 1);
    const advice = near ? ` (the nearest is ${near})` : "";
    return {
      cell,
      text: `${id}: no equation of this notebook has this id${advice}; write \\tag{${id}} in the one that it derives`,
    };
  });
}
