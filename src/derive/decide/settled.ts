import type { Assumptions } from "../assumptions.js";
import { failsThroughout } from "./closed.js";
import { type StatedCondition, unknown, type Verdict } from "./verdict.js";

/** The verdict as it is given: what was shown under a condition that never holds is nothing. */
export function settled(verdict: Verdict, assumptions: Assumptions): Verdict {
  const { grade, conditions } = verdict;
  const proved = grade === "proved" || grade === "proved-if";
  const rests = ({ metBy, supposed }: StatedCondition) =>
    metBy === undefined && (proved || (grade === "tested" && !supposed));
  const failing = conditions.find(
    (own) =>
      rests(own) && typeof own.demand === "object" && failsThroughout(own.demand, assumptions),
  );
  if (!failing) return verdict;
  return unknown(`the condition \`${failing.text}\` does not hold`, conditions);
}
