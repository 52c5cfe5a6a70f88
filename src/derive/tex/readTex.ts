import { longestText } from "../tree/text.js";
import { DerivationError, GaveUp } from "../tree/errors.js";
import { type Evidence, evidenceOf, noEvidence, nothingFound } from "./reading/evidence.js";
import { event } from "./scripts/events.js";
import { factor } from "./factors/factors.js";
import { fraction } from "./factors/fractions.js";
import type { Reading } from "./reading/reading.js";
import type { Chain } from "./statements/chains.js";
import type { Proposition } from "./statements/propositions.js";
import { type Statement, statements } from "./statements/statements.js";
import { product } from "./factors/products.js";
import { sum } from "./factors/sums.js";
import { withoutLayout } from "./layout/layout.js";
import { tokenize } from "./reading/tokens.js";
import { noVocabulary, type Vocabulary } from "./reading/vocabulary.js";

/** A display of LaTeX as it was read. */
export interface TexDisplay {
  statements: Statement[];
  /** The ids in its \tag{…}. */
  tags: string[];
}

/**
 * Reads a display in the subset of LaTeX in which the notes are written, with the symbols of NOTATION.md: `\sigma^2` is
 * `sigma2`, `D_K` is `D_K`, `x_n` is `x[n]`, `\frac{\partial L}{\partial w}` is `partial(L, w)`,
 * `\frac{dy}{dx}` is `D(y, x)`.
 * It is read twice: the first time only shows which letters are functions, families or quantities.
 *
 * @param vocabulary what the names are known to be, for instance those of the derivation around
 * @throws DerivationError for anything outside the subset or with two meanings: the place, and what to write
 * @throws GaveUp if it is longer or deeper than what is worth reading
 */
export function readTex(text: string, vocabulary: Vocabulary = noVocabulary): TexDisplay {
  if (typeof text !== "string" || text.trim() === "") {
    throw new DerivationError("readTex: text must be LaTeX that is not empty");
  }
  if (text.length > longestText) throw new GaveUp(`a LaTeX text of ${text.length} characters`);
  const { tokens, tags } = tokenize(text);
  const laidOut = withoutLayout(text, tokens);
  const start = (evidence: Evidence, scouting: boolean): Reading => ({
    source: text,
    tokens: [...laidOut], // a reading cuts tokens in two: \frac12
    next: 0,
    declared: vocabulary,
    evidence,
    found: nothingFound(),
    scouting,
    bound: [],
    bars: 0,
    norms: 0,
    integrals: 0,
    differentials: [],
    nesting: 0,
    depth: 0,
    given: false,
    tail: [],
    isLower: false,
    implied: [],
    signs: 0,
    isPaired: false,
    barred: false,
    grammar: { sum, product, factor, fraction, event },
  });
  const first = start(noEvidence, true);
  statements(first);
  return { statements: statements(start(evidenceOf(first.found), false)), tags };
}

/** Reads LaTeX that is one chain of sides with their relations. @throws DerivationError as readTex does */
export function readTexChain(text: string, vocabulary: Vocabulary = noVocabulary): Chain {
  const [[one, ...also], ...others] = onlyStatement(text, vocabulary).sides[0];
  if (also.length || others.length) {
    throw new DerivationError(`\`${text.trim()}\` must be one chain, got several statements`);
  }
  return one;
}

/** Reads LaTeX that is a side of \iff or \implies, or one chain alone. @throws DerivationError as readTex does */
export function readTexProposition(
  text: string,
  vocabulary: Vocabulary = noVocabulary,
): Proposition {
  const found = onlyStatement(text, vocabulary);
  if (found.conditions.length > 0) {
    throw new DerivationError(
      `\`${text.trim()}\`: a condition belongs to a whole step: state it by chain(), as \`provided\`, or among the assumptions`,
    );
  }
  return found.sides[0];
}

function onlyStatement(text: string, vocabulary: Vocabulary): Statement {
  const { statements: found } = readTex(text, vocabulary);
  if (found.length > 1 || found[0].links.length > 0) {
    throw new DerivationError(`\`${text.trim()}\` must be one chain, got several statements`);
  }
  return found[0];
}
