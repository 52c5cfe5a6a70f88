import type { Assumptions } from "../../assumptions/assumptions.js";
import { also, type Verdict } from "../../decide/conditions/verdict.js";
import { attempt } from "../../tree/errors.js";
import { type Expr, treeKey } from "../../tree/expression.js";
import { substitute } from "../../tree/names.js";
import { expressionText } from "../../tree/text.js";
import { type Admitted, admitted } from "./admitted.js";
import { centred } from "./centred.js";
import { type Drawing, drawings } from "./distributions.js";
import { instance, unrolled } from "./instance.js";
import { type Atom, atomsIn, type RandomNames } from "../names.js";
import { isOpen } from "../operators.js";
import { at, numbersFor } from "./places.js";

/** Grades a claim between two sides in which no means are left. */
export type Grade = (sides: [Expr, Expr], assumptions: Assumptions) => Verdict;

/** What finite distributions say of a claim: one at which it fails, or whether it holds at some. */
export interface Draws {
  refuted?: Verdict;
  holds: boolean;
}

/** Each variable at least doubles the outcomes, and with them the terms of each mean. */
const mostAtoms = 4;

/**
 * Tries a claim with small finite distributions that the assumptions admit: each mean is a sum over what may happen, and
 * what is left about the other names is decided.
 *
 * @param most how many are tried
 */
export function draws(
  sides: readonly [Expr, Expr],
  assumptions: Assumptions,
  names: RandomNames,
  grade: Grade,
  most: number,
): Draws {
  let isMet = false;
  let tried = 0;
  for (const values of numbersFor(sides, names)) {
    const given = at(assumptions, values);
    const claim = attempt(() => sides.map((side) => unrolled(substitute(side, values), names)));
    if (!given || !claim) continue;
    const stated = (given.equations ?? []).flatMap(({ left, right }) => [left, right]);
    const atoms = distinct([...claim, ...stated.filter((one) => !hasFreeRow(one, names))], names);
    if (atoms.length > mostAtoms || !atoms.every((atom) => canBeDrawn(atom, names))) continue;
    for (const plain of drawings(atoms, names)) {
      const drawing = centred(plain, given.equations ?? [], atoms, names);
      if (++tried > most) return { holds: isMet };
      const under = attempt(() => admitted(drawing, given, atoms, names));
      if (!under) continue;
      for (const [one, two] of attempt(() => instances(claim, drawing, under, names)) ?? []) {
        const verdict = grade([one, two], under.assumptions);
        if (verdict.grade === "refuted" && hasValues(verdict)) {
          const point = { ...told(values), ...told(under.values), ...distribution(drawing) };
          return { refuted: refutation(verdict, point), holds: isMet };
        }
        isMet ||= ["proved", "proved-if", "tested"].includes(verdict.grade);
      }
    }
  }
  return { holds: isMet };
}

/** The claim under a distribution: once, or in each outcome where something outside of means depends on chance. */
function instances(
  claim: readonly Expr[],
  { outcomes }: Drawing,
  { values }: Admitted,
  names: RandomNames,
): [Expr, Expr][] {
  const places = claim.some((side) => isOpen(side, names)) ? outcomes : [undefined];
  return places.map((outcome) => {
    const [one, two] = claim.map((side) =>
      substitute(instance(side, outcomes, names, outcome), values),
    );
    return [one, two];
  });
}

const distinct = (exprs: readonly Expr[], names: RandomNames): Atom[] => [
  ...new Map(
    exprs.flatMap((expr) => atomsIn(expr, names)).map((atom) => [treeKey(atom), atom] as const),
  ).values(),
];

const hasFreeRow = (expr: Expr, names: RandomNames): boolean =>
  atomsIn(expr, names).some(
    (atom) => atom.kind === "index" && atom.indices.some(({ kind }) => kind !== "number"),
  );

/** Whether a variable may have finitely many values: it has no distribution of its own, or 0 and 1 alone. */
const canBeDrawn = ({ name }: Atom, { variables, normal }: RandomNames): boolean => {
  if (normal.some((all) => all.has(name))) return false;
  const { distribution } = variables.get(name)!;
  return distribution === undefined || distribution.law === "bernoulli";
};

/** A side without a value says that the distribution is none for this claim. */
const hasValues = ({ witness }: Verdict): boolean =>
  [witness?.lhs, witness?.rhs].every((side) => side !== undefined && !side.startsWith("undefined"));

function refutation(verdict: Verdict, point: Record<string, string>): Verdict {
  const { witness } = verdict;
  return {
    ...also(verdict, "drawn-distribution"),
    conditions: [],
    method: `under a distribution of a few values: ${verdict.method}`,
    ...(witness ? { witness: { ...witness, point: { ...point, ...witness.point } } } : {}),
  };
}

const told = (values: ReadonlyMap<string, Expr>): Record<string, string> =>
  Object.fromEntries([...values].map(([name, value]) => [name, expressionText(value)]));

/** What each variable, or several together, may be: `0 with probability 1/2, 2 with probability 1/2`. */
function distribution({ blocks }: Drawing): Record<string, string> {
  return Object.fromEntries(
    blocks.map(({ atoms, outcomes }) => {
      const keys = atoms.map(treeKey);
      const shown = atoms.map((atom) => expressionText(atom));
      const list = (all: string[]) => (all.length === 1 ? all[0] : `(${all.join(", ")})`);
      const values = outcomes.map(({ weight, values: own }) => {
        const value = list(keys.map((key) => expressionText(own.get(key)!)));
        return `${value} with probability ${expressionText(weight)}`;
      });
      return [list(shown), values.join(", ")];
    }),
  );
}
