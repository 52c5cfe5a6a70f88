import type { Expr } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";

/**
 * The first name of a claim that may be the product of its letters: `ac` where a and c are names, too, as in `b^2 - 4ac`.
 * What holds whatever it is holds for the product, too; a point at which it has a value of its own refutes nothing.
 *
 * @param known names that are said to be real, each with a value of its own
 */
export function spelledProduct(
  sides: readonly Expr[],
  known: ReadonlySet<string>,
): string | undefined {
  const names = new Set(sides.flatMap((side) => [...freeNames(side)]));
  return [...names].find(
    (name) =>
      /^[A-Za-z]{2,3}$/.test(name) &&
      !known.has(name) &&
      [...name].every((letter) => names.has(letter)),
  );
}
