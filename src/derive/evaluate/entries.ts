import { Rational } from "../../num/index.js";
import { type Assumptions, factHolds, nowhere } from "../assumptions.js";
import { families, freeNames } from "../names.js";
import { fraction } from "./candidates.js";
import { Arithmetic } from "./value.js";

export function hash(text: string, salt: number): number {
  let mixed = (salt + 1) * 2654435761;
  for (const letter of text) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 16777619) >>> 0;
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 2246822519) >>> 0;
  mixed ^= mixed >>> 13;
  return mixed >>> 0;
}

/** Entries of families: small numbers, such that what is assumed of every entry holds. */
export function entryChooser(assumptions: Assumptions, arithmetic: Arithmetic) {
  const facts = assumptions.facts.filter(
    (fact) => fact.kind === "compare" && families(fact.expr).size > 0,
  );
  const small = "1 2 3 -1 0 1/2 4 5 1/3 -2 3/2 1/4".split(" ").map(fraction);
  return (name: string, indices: bigint[], salt: number): Rational => {
    const start = hash(`${name}${indices}`, salt);
    for (let i = 0; i < small.length; i++) {
      const value = small[(start + i) % small.length];
      const fits = facts.every((fact) => {
        if (fact.kind !== "compare") return true;
        const own = families(fact.expr);
        if (own.size !== 1 || !own.has(name)) return true;
        const names = [...freeNames(fact.expr)];
        const symbols = new Map(names.map((free, k) => [free, Rational.of(indices[k] ?? 1n)]));
        return factHolds(fact, { ...nowhere, symbols, entry: () => value }, arithmetic);
      });
      if (fits) return value;
    }
    return small[start % small.length];
  };
}
