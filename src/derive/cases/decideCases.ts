import type { Assumptions } from "../assumptions/assumptions.js";
import { also, type StatedCondition, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { isNoAnswer, reasonOf } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { substitute } from "../tree/names.js";
import { expressionText } from "../tree/text.js";
import { type Branch, branchesOf } from "./branches.js";
import { joinedText, literalText } from "./literals.js";
import { withPieces } from "./pieces.js";

/** Cases that a method writes out; the others are counted. */
const mostWritten = 8;

/**
 * Grades a claim in which values by cases stand, in each case by itself. It is proved if it is in every one, and refuted by a
 * point of one.
 *
 * @param grade grades a claim without them
 */
export function decideCases(
  sides: [Expr, Expr],
  assumptions: Assumptions,
  grade: (sides: [Expr, Expr], assumptions: Assumptions) => Verdict,
): Verdict {
  let branches: Branch[];
  try {
    const [left, right] = sides.map((side) => withPieces(side, assumptions));
    branches = branchesOf([left, right], assumptions);
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    return unknown(rules, reasonOf(error));
  }
  const inside = branches.filter(({ isOutside }) => !isOutside);
  const graded = inside.map((branch) => {
    const [left, right] = branch.sides.map((side) => substitute(side, branch.values));
    return { branch, verdict: grade([left, right], branch.assumptions) };
  });
  const refuted = graded.find(({ verdict }) => verdict.grade === "refuted");
  if (refuted) return inCase(refuted.branch, refuted.verdict);
  const open = graded.find(({ verdict }) => verdict.grade === "unknown");
  const tested = graded.find(({ verdict }) => verdict.grade === "tested");
  const weakest = open ?? tested;
  if (weakest) {
    const { reason = "it is not decided" } = weakest.verdict;
    const { conditions, ...own } = also(weakest.verdict, ...rules);
    return { ...own, conditions, reason: `${named(weakest.branch)}: ${reason}` };
  }
  if (inside.length < branches.length)
    return unknown(rules, `no case says what the value is where ${outsideOf(branches)}`);
  const conditions = graded.flatMap(({ branch, verdict }) => ownConditions(branch, verdict));
  const all = [...new Map(conditions.map((one) => [one.text, one])).values()];
  const applied = graded.flatMap(({ verdict }) => verdict.rules);
  return {
    grade: all.some(({ metBy }) => metBy === undefined) ? "proved-if" : "proved",
    conditions: all,
    method: inside.length === 0 ? "no case can be" : methodOf(graded),
    rules: [...new Set([...rules, ...applied])],
  };
}

const rules = ["value-by-cases"] as const;

const named = ({ literals }: Branch): string =>
  literals.length ? `in the case ${joinedText(literals)}` : "piece by piece";

const outsideOf = (branches: readonly Branch[]): string =>
  joinedText(branches.find(({ isOutside }) => isOutside)!.literals);

/** What each case was decided by, those that were by the same together. */
function methodOf(graded: readonly { branch: Branch; verdict: Verdict }[]): string {
  const [{ branch, verdict }] = graded;
  if (graded.length === 1) return `${verdict.method}, ${named(branch)}`;
  const methods = new Map<string, Branch[]>();
  for (const one of graded.slice(0, mostWritten)) {
    const { method } = one.verdict;
    methods.set(method, [...(methods.get(method) ?? []), one.branch]);
  }
  const written = [...methods].map(([method, branches]) => {
    const cases = branches.map(({ literals }) => joinedText(literals)).join("; ");
    return `in the ${branches.length > 1 ? "cases" : "case"} ${cases}: ${method}`;
  });
  const more = graded.length - mostWritten;
  return [...written, ...(more > 0 ? [`and ${more} more cases`] : [])].join("; ");
}

/** The witness of one case, with the names that have a value in it. */
function inCase(branch: Branch, verdict: Verdict): Verdict {
  const values = [...branch.values].map(([name, value]) => [name, expressionText(value)]);
  const { witness } = verdict;
  return {
    ...also(verdict, ...rules),
    method: `${verdict.method}, ${named(branch)}`,
    conditions: ownConditions(branch, verdict),
    ...(witness && {
      witness: { ...witness, point: { ...witness.point, ...Object.fromEntries(values) } },
    }),
  };
}

/** The conditions that the case itself does not meet. */
function ownConditions({ literals }: Branch, { conditions }: Verdict): StatedCondition[] {
  const own = new Set(literals.map(literalText));
  return conditions.filter(
    ({ metBy }) => metBy === undefined || !metBy.split(", ").some((one) => own.has(one)),
  );
}
