import { readAssumptions } from "./assumptions.js";
import { readRandom } from "./randomNames.js";

/**
 * Reads assumptions, those about random variables among them.
 *
 * @throws DerivationError for a text of another form
 */
export const readAll = (texts: readonly string[]): ReturnType<typeof readAssumptions> =>
  readAssumptions(texts, readRandom);
