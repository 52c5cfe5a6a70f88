import type { Statement } from "./relation.js";
import { type Supposed, Unsettled } from "../tex/reading/texError.js";
import type { Vocabulary } from "../tex/reading/vocabulary.js";

/** Names of one text that may be taken for something. */
const mostSupposed = 8;

/**
 * Reads LaTeX in which a letter stands before parentheses and nobody says whether it is a function, once more with the
 * letter as a factor. That it is one is then a condition of each step, and what is not proved so remains refused.
 *
 * @throws DerivationError for what is not read in this way either: the first reason
 */
export function readSupposing(
  vocabulary: Vocabulary,
  read: (known: Vocabulary) => Statement[],
): Statement[] {
  const supposed: Supposed[] = [];
  let first: Unsettled | undefined;
  for (let known = vocabulary; ;) {
    try {
      const found = read(known);
      return first ? found.map((one) => under(one, supposed, first!)) : found;
    } catch (error) {
      if (!(error instanceof Unsettled)) throw first ?? error;
      first ??= error;
      const isMet = supposed.some(({ name }) => name === error.supposed.name);
      if (isMet || supposed.length === mostSupposed) throw first;
      supposed.push(error.supposed);
      known = withName(known, error.supposed);
    }
  }
}

function withName(known: Vocabulary, { name, is, indices }: Supposed): Vocabulary {
  if (is === "family") return { ...known, families: new Map([...known.families, [name, indices]]) };
  if (is === "matrix") return { ...known, matrices: new Set([...(known.matrices ?? []), name]) };
  return { ...known, symbols: new Set([...known.symbols, name]) };
}

/** A matrix is not said to be one here: what its names can only be is a condition of each proof about matrices. */
function under(one: Statement, supposed: readonly Supposed[], unsettled: Error): Statement {
  if (one.defines) throw unsettled;
  const own = supposed.flatMap(({ name, is }) =>
    is === "matrix" ? [] : [is === "number" ? `${name} real` : `${name} family`],
  );
  const provided = [...own, ...(one.provided ?? [])];
  return { ...one, ...(provided.length ? { provided } : {}), unsettled };
}
