import { type Declared, readDeclaration } from "../assumptions/declared.js";
import type { StatedCondition, Verdict } from "../decide/conditions/verdict.js";
import { proof } from "../decide/conditions/verdict.js";
import { isMatrixLetter } from "../meanings/matrices.js";
import { isBold, letterOf } from "../tex/reading/symbolNames.js";
import type { Expr } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";

/**
 * What names can only be where nobody says so and a transpose, a Kronecker product or a vectorisation stands in a claim:
 * capitals are matrices, small bold letters vectors, of the sizes that fit. Undefined where there is no such name.
 *
 * @param numbers names that are said to be numbers, or stand where only a number can
 */
export function inferredArrays(
  sides: readonly Expr[],
  numbers: ReadonlySet<string>,
): Declared[] | undefined {
  const names = new Set(sides.flatMap((side) => [...freeNames(side)]));
  const found = [...names].flatMap((name) => {
    if (numbers.has(name) || /^I(?:bold)?$/.test(name) || name === "T") return [];
    const isVector = isBold(name) && /^[a-z]/.test(letterOf(name));
    const isMatrix = isMatrixLetter(name) || (isBold(name) && !isVector);
    return isVector || isMatrix
      ? (readDeclaration(`${name} ${isVector ? "vector" : "matrix"}`) ?? [])
      : [];
  });
  return found.length ? found : undefined;
}

/** A proof under the condition that names are what was inferred. */
export function provedIf(verdict: Verdict, declared: readonly Declared[]): Verdict | undefined {
  if (verdict.grade !== "proved" && verdict.grade !== "proved-if") return undefined;
  const kinds = declared.map(({ name, meaning }) => `${name} is a ${meaning.is}`).join(", ");
  const text = `${kinds}, of sizes that fit`;
  const condition: StatedCondition = { text, latex: `\\text{${text.replaceAll("_", "\\_")}}` };
  return proof(verdict.rules, [condition, ...verdict.conditions], verdict.method);
}
