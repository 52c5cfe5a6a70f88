import { isWanted, weakest } from "../../record/grades.js";
import type { Verdict } from "../opinion/decide.js";
import { conditionsOfAll } from "../decide/conditions/verdict.js";
import type { DerivationJSON, Grade, RuleId } from "../../record/types.js";

/** The grade of a derivation: its weakest step's, a misprint by its correction, a refutation that was wanted not at all. */
export function gradeOf({ steps, errata }: Pick<DerivationJSON, "steps" | "errata">): Grade {
  const counted = steps.filter((step) => !isWanted(step));
  const only = counted.length || errata.length ? counted : steps;
  return weakest([...only, ...errata.map(({ corrected }) => corrected)].map(({ grade }) => grade));
}

/**
 * The verdict on several claims that hold together: the weakest one's, with the conditions of all.
 *
 * @param by the rule by which they are one claim
 */
export function together(
  verdicts: { verdict: Verdict; name: string }[],
  method: string,
  by: RuleId,
): Verdict {
  const grade = weakest(verdicts.map(({ verdict }) => verdict.grade));
  const worst = verdicts.find(({ verdict }) => verdict.grade === grade)!;
  const { witness, reason } = worst.verdict;
  const named = verdicts.length > 1;
  const good = grade === "proved" || grade === "proved-if";
  const own = good ? verdicts.flatMap(({ verdict }) => verdict.rules) : worst.verdict.rules;
  return {
    grade,
    rules: [...new Set([by, ...own])],
    conditions: conditionsOfAll(verdicts.map(({ verdict }) => verdict)),
    method: good || !named ? method : `${worst.name}: ${worst.verdict.method}`,
    ...(witness ? { witness } : {}),
    ...(reason ? { reason: named ? `${worst.name}: ${reason}` : reason } : {}),
  };
}
