import type { Assumptions } from "../assumptions/assumptions.js";
import { also, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { parse } from "../read/parse.js";
import { writtenSymbol } from "../tex/reading/symbolNames.js";

/**
 * A verdict in which no σ² is below 0: a claim that fails where one is negative is decided again where it is not, and
 * only what fails there, too, is refuted.
 *
 * @param known names that are said to be real, and may be another number than a square
 */
export function withSquares(
  assumptions: Assumptions,
  known: ReadonlySet<string>,
  decided: (assumptions: Assumptions) => Verdict,
): Verdict {
  const verdict = decided(assumptions);
  const square = negativeSquare(verdict, known);
  if (square === undefined) return verdict;
  const text = `${square} >= 0`;
  const fact = { kind: "compare", expr: parse(square), relation: ">=", text } as const;
  const again = decided({ ...assumptions, facts: [...assumptions.facts, fact] });
  if (again.grade === "refuted" && negativeSquare(again, known) === undefined)
    return also(again, "square-of-sigma");
  return unknown(
    ["square-of-sigma"],
    `the sides differ where ${square} is below 0, and it is the square of sigma: assume \`${square} > 0\``,
  );
}

/** The square of σ, a name or an entry, that is negative at the point of a refutation. */
const negativeSquare = ({ witness }: Verdict, known: ReadonlySet<string>): string | undefined =>
  Object.entries(witness?.point ?? {}).find(([name, value]) => {
    const [letter] = name.split("[");
    return value.startsWith("-") && !known.has(letter) && writtenSymbol(letter)?.squared;
  })?.[0];
