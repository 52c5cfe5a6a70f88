import { type DerivationJSON, type Grade, weakest } from "../../derive/index.js";

/** A derivation, and those on which it rests. */
export interface Resting {
  id: string;
  grade: Grade;
  rests: string[];
}

/** What rests on what, each id once: several derivations may share one. */
export function resting(all: DerivationJSON[]): Resting[] {
  const found = new Map<string, { grades: Grade[]; rests: Set<string> }>();
  for (const { id, grade, rests = [] } of all) {
    const own = found.get(id) ?? { grades: [], rests: new Set<string>() };
    found.set(id, own);
    own.grades.push(grade);
    for (const other of rests) own.rests.add(other);
  }
  return [...found].map(([id, { grades, rests }]) => ({
    id,
    grade: weakest(grades),
    rests: [...rests],
  }));
}
