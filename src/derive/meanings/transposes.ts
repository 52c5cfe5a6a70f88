import type { Expr } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";
import { isSymbol, visitParts } from "./occurrences.js";

/** Letters that stand for a transpose, or for one with conjugates, where they stand alone above a matrix or a vector. */
const signs = ["T", "H"];

/** A power that may be a transpose: its base is a name, or a product or sum of such, and its exponent is the sign. */
export interface Transpose {
  name: string;
  sign: string;
}

/**
 * The first power of a claim that may be a transpose, `A^T` or `(A*B)^T`. T is a number where it stands anywhere but
 * alone in an exponent.
 */
export function transposeIn(
  sides: readonly Expr[],
  known: ReadonlySet<string>,
): Transpose | undefined {
  for (const sign of signs) {
    if (known.has(sign) || sides.some((side) => standsElsewhere(side, sign))) continue;
    for (const side of sides) {
      let name: string | undefined;
      visitParts(side, (part) => {
        if (part.kind === "pow" && isSymbol(part.right, sign)) {
          name ??= [...freeNames(part.left)].find((one) => !known.has(one));
        }
      });
      if (name !== undefined) return { name, sign };
    }
  }
  return undefined;
}

/** Whether a name stands anywhere but alone in an exponent, or in one of a number or beside one. */
function standsElsewhere(side: Expr, sign: string): boolean {
  let [all, above] = [0, 0];
  visitParts(side, (part) => {
    if (isSymbol(part, sign)) all += 1;
    if (part.kind === "pow" && isSymbol(part.right, sign) && !isOfNumbers(part.left)) above += 1;
  });
  return all > above;
}

/** Whether a base is a number or has one added: no matrix has. */
const isOfNumbers = (base: Expr): boolean =>
  freeNames(base).size === 0 ||
  (base.kind === "add" && base.terms.some((term) => freeNames(term).size === 0));
