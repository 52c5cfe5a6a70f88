import { type Grade, gradeText, type Step, tallyOf } from "../../record/index.js";

const marks: Record<Grade, string> = {
  proved: "■",
  "proved-if": "◪",
  tested: "▦",
  refuted: "☒",
  unknown: "▨",
  assumed: "□",
};

/** Mark and word of a grade; the mark alone says nothing. */
export const gradeWords = (grade: Grade): string => `${marks[grade]} ${gradeText(grade)}`;

/** The grade of a step, and whether its author wanted the refutation. */
export const stepWords = ({ grade, expect }: Pick<Step, "grade" | "expect">): string =>
  gradeWords(grade) + (expect === grade ? " as expected" : "");

/** `12 proved, 1 refuted`, from the best known to the least. */
export const tallyWords = (grades: readonly Grade[]): string =>
  tallyOf(grades)
    .map(({ grade, count }) => `${count} ${gradeText(grade)}`)
    .join(", ");
