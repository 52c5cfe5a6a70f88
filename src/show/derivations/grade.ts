import type { Grade, Step } from "../../derive/index.js";

const marks: Record<Grade, string> = {
  proved: "■",
  "proved-if": "◪",
  tested: "▦",
  refuted: "☒",
  unknown: "▨",
  assumed: "□",
};

/** Mark and word of a grade; the mark alone says nothing. */
export const gradeWords = (grade: Grade): string => `${marks[grade]} ${grade.replace("-", " ")}`;

/** The grade of a step, and whether its author wanted the refutation. */
export const stepWords = ({ grade, expect }: Pick<Step, "grade" | "expect">): string =>
  gradeWords(grade) + (expect === grade ? " as expected" : "");

/** `12 proved, 1 refuted`, from the best known to the least. */
export function tallyWords(grades: readonly Grade[]): string {
  return (Object.keys(marks) as Grade[])
    .map((grade) => ({ grade, count: grades.filter((one) => one === grade).length }))
    .filter(({ count }) => count > 0)
    .map(({ grade, count }) => `${count} ${grade.replace("-", " ")}`)
    .join(", ");
}
