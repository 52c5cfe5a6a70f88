import { checkOptions } from "./checkOptions.js";
import type { Ground } from "./grading.js";
import type { ErratumText } from "./stepOptions.js";
import { gradedStep } from "./steps.js";
import type { Vocabulary } from "../tex/reading/vocabulary.js";
import type { Erratum } from "../../record/types.js";
import { readStatement } from "../notation/written.js";

/** A misprint and its correction, each graded. */
export function gradedErratum(
  { asWritten, corrected, because = "", items = [] }: ErratumText,
  vocabulary: Vocabulary,
  ground: Ground,
): Omit<Erratum, "after"> {
  checkOptions(ground.id, because, { items }, ["items"]);
  const step = (written: ErratumText["asWritten"]) =>
    gradedStep(readStatement(written, vocabulary), because, ground, { items }).step;
  return { items: [...items], asWritten: step(asWritten), corrected: step(corrected) };
}
