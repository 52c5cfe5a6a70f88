import type { Formula } from "./corpus.js";
import {
  readFormula,
  readMeaning,
  roundTripProblems,
  type Row,
  rowKey,
  rowText,
  vocabularyOfTexts,
} from "./reading.js";

/**
 * What is wrong with how a formula is read: it says something else, or is refused although it has a meaning; a message
 * says nothing of what is expected of it; or doing what it says does not make the formula readable.
 */
export function problemsOf(formula: Formula): string[] {
  const { text, plain, given, refused, cured = text, declared, means } = formula;
  const first = readOrMessage(text, plain, given);
  if (refused === undefined) return comparison(first, formula, given);
  if (typeof first !== "string") return [`is read as ${rowText(first)}`];
  if (!first.includes(refused)) return [`is refused without "${refused}": ${first}`];
  if ((cured === text && declared.length === 0) || means === undefined) return ["has no cure"];
  const all = [...given, ...declared];
  return comparison(readOrMessage(cured, plain, all), formula, all);
}

function comparison(read: Row | string, { means }: Formula, given: readonly string[]): string[] {
  if (typeof read === "string") return [`is refused: ${read}`];
  if (means === undefined) return ["has no meaning written beside it"];
  if (rowKey(read) !== rowKey(readMeaning(means))) return [`is read as ${rowText(read)}`];
  return roundTripProblems(read, vocabularyOfTexts(given));
}

/** The row that is read, or the message with which it is refused. */
export function readOrMessage(
  text: string,
  plain: boolean,
  given: readonly string[],
): Row | string {
  try {
    return readFormula(text, plain, given);
  } catch (error) {
    return (error as Error).message;
  }
}
