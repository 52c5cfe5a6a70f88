import type { Grade } from "./types.js";

/** From the best known to the least, as they stand in a tally. */
export const grades: readonly Grade[] = [
  "proved",
  "proved-if",
  "tested",
  "refuted",
  "unknown",
  "assumed",
];

export const isGrade = (value: unknown): value is Grade => grades.includes(value as Grade);

/** A grade as its reader sees it: `proved if`. */
export const gradeText = (grade: Grade): string => grade.replace("-", " ");

/** From the worst to the best: a whole is as good as its weakest part. */
const worstFirst: Grade[] = ["refuted", "unknown", "tested", "proved-if", "proved", "assumed"];

/** The weakest of several grades: what a whole that is made of them may claim. */
export const weakest = (all: readonly Grade[]): Grade =>
  worstFirst.find((grade) => all.includes(grade)) ?? "unknown";

/** How many there are of each grade, the best known first; none that is not there. */
export function tallyOf(all: readonly Grade[]): { grade: Grade; count: number }[] {
  return grades
    .map((grade) => ({ grade, count: all.filter((one) => one === grade).length }))
    .filter(({ count }) => count > 0);
}

/** A step as far as it says whether it holds; of a stored one the grade may be any text. */
export interface Graded {
  grade: string;
  expect?: string;
}

/** Whether a form of a misprint holds; as a correction a definition may be repeated. */
export const holds = ({ grade }: Graded): boolean =>
  ["proved", "proved-if", "tested", "assumed"].includes(grade);

/** Whether a step is refuted because its author wants to show that it is. */
export const isWanted = ({ grade, expect }: Graded): boolean =>
  grade === "refuted" && expect === "refuted";
