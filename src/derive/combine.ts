import type { Verdict } from "./decide.js";
import type { Condition, Grade } from "./types.js";

/** From the worst to the best: a whole is as good as its weakest part. */
const order: Grade[] = ["refuted", "unknown", "tested", "proved-if", "proved", "assumed"];

export const weakest = (grades: readonly Grade[]): Grade =>
  order.find((grade) => grades.includes(grade)) ?? "unknown";

/** The verdict on several claims that hold together: the weakest one's, with the conditions of all. */
export function together(verdicts: { verdict: Verdict; name: string }[], method: string): Verdict {
  const grade = weakest(verdicts.map(({ verdict }) => verdict.grade));
  const worst = verdicts.find(({ verdict }) => verdict.grade === grade)!;
  const conditions = new Map<string, Condition>();
  for (const { verdict } of verdicts) {
    for (const condition of verdict.conditions) {
      if (!conditions.has(condition.text)) conditions.set(condition.text, condition);
    }
  }
  const { witness, reason } = worst.verdict;
  const named = verdicts.length > 1;
  const good = grade === "proved" || grade === "proved-if";
  return {
    grade,
    conditions: [...conditions.values()],
    method: good || !named ? method : `${worst.name}: ${worst.verdict.method}`,
    ...(witness ? { witness } : {}),
    ...(reason ? { reason: named ? `${worst.name}: ${reason}` : reason } : {}),
  };
}
