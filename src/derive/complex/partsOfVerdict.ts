import type { Assumptions } from "../assumptions/assumptions.js";
import { type Claim, conditionsOfAll, type Verdict } from "../decide/conditions/verdict.js";
import { complexText } from "../oracle/complex/look.js";
import { type Fraction, readFraction } from "../oracle/numbers/fraction.js";
import { weakest } from "../../record/grades.js";
import { type Parts, zero } from "./parts/parts.js";

export type Sides = Pick<Claim, "left" | "relation" | "right">;

/** Grades a claim about real numbers. */
export type GradeReal = (claim: Sides, given: Assumptions) => Verdict;

/** The verdict on an equation of complex numbers: that of the equations of its real and of its imaginary parts together. */
export function ofParts(
  left: Parts,
  right: Parts,
  given: Assumptions,
  ofReals: GradeReal,
): Verdict {
  const verdicts = (["re", "im"] as const).flatMap((part) => {
    const [a, b] = [left[part], right[part]];
    if (part === "im" && !a && !b) return [];
    return [ofReals({ left: a ?? zero, relation: "=", right: b ?? zero }, given)];
  });
  const grade = weakest(verdicts.map((one) => one.grade));
  const worst = verdicts.find((one) => one.grade === grade)!;
  const isProof = grade === "proved" || grade === "proved-if";
  const rules = isProof ? verdicts.flatMap((one) => one.rules) : worst.rules;
  return {
    ...worst,
    grade,
    rules: [...new Set(["complex-parts" as const, ...rules])],
    conditions: conditionsOfAll(verdicts),
    method:
      verdicts.length > 1
        ? `real and imaginary parts: ${worst.method}`
        : `real parts: ${worst.method}`,
  };
}

/** A verdict as it is published: what speaks of parts in conditions and at points, by the names of the claim. */
export function written(verdict: Verdict): Verdict {
  const { witness } = verdict;
  const conditions = verdict.conditions.map((condition) => ({
    ...condition,
    latex: condition.latex.replace(
      /\\mathrm\{(re|im)\((\w+)\)\}/g,
      (_, part: string, name: string) => `\\${part === "re" ? "Re" : "Im"}(${name})`,
    ),
  }));
  const rules = [...new Set(["complex-parts" as const, ...verdict.rules])];
  if (!witness) return { ...verdict, conditions, rules };
  return { ...verdict, conditions, rules, witness: { ...witness, point: placeOf(witness.point) } };
}

/** A point with one value for both parts of a name, where both are fractions. */
function placeOf(point: Readonly<Record<string, string>>): Record<string, string> {
  const shown = new Map(Object.entries(point));
  for (const [key, text] of Object.entries(point)) {
    const [, part, rest] = /^(re|im)\((.+)$/.exec(key) ?? [];
    if (part === undefined) continue;
    const other = point[`${part === "re" ? "im" : "re"}(${rest}`] ?? "0";
    const [one, two] = [text, other].map(exactly);
    if (!one || !two) continue;
    shown.delete(`re(${rest}`);
    shown.delete(`im(${rest}`);
    shown.set(rest.replace(")", ""), part === "re" ? complexText(one, two) : complexText(two, one));
  }
  return Object.fromEntries([...shown].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const exactly = (text: string): Fraction | undefined =>
  /^-?\d+(\/\d+)?$/.test(text) ? readFraction(text) : undefined;
