import { pieces } from "../read/proposition.js";
import { DerivationError } from "../tree/errors.js";
import type { ClaimParts } from "./readClaims.js";

const between = /^(<=>|=>)/;
const comparison = /^(<=|>=|!=|==|≤|≥|≠|≈|~|=|<|>)/;

const meant: Record<string, string> = { "==": "=", "≤": "<=", "≥": ">=", "≠": "!=" };

/**
 * A claim in one text, such as `(a + b)^2 = a^2 + 2*a*b + b^2`, `x^2 = 1 <=> x = 1 or x = -1` or `3*n + 1 = O(n)`, by the
 * relation outside its brackets.
 *
 * @throws DerivationError if it has none, or several
 */
export function claimOfText(text: string): Omit<ClaimParts, "assumptions"> {
  const statements = pieces(text, between);
  const parts = statements.length > 1 ? statements : pieces(text, comparison);
  const [lhs, sign, rhs, ...further] = parts.map((part) => part.trim());
  if (sign === undefined) {
    throw new DerivationError(`${start(text)} a relation, such as x + x = 2*x`);
  }
  if (further.length > 0) {
    const cure = "state each relation by itself, or the whole as a chain of a derivation";
    throw new DerivationError(
      `${start(text)} one relation, got ${(parts.length - 1) / 2}: ${cure}`,
    );
  }
  if (lhs === "" || rhs === "") {
    throw new DerivationError(`${start(text)} something on either side of ${sign}`);
  }
  const bound = sign === "=" ? /^O\((.*)\)$/s.exec(rhs)?.[1] : undefined;
  if (bound !== undefined) return { lhs, relation: "O", rhs: bound };
  return { lhs, relation: (meant[sign] ?? sign) as ClaimParts["relation"], rhs };
}

const start = (text: string): string => `the claim \`${text.trim()}\` must have`;
