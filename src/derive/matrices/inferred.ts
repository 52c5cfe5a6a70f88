import { type Declared, readDeclaration } from "../assumptions/declared.js";
import type { StatedCondition, Verdict } from "../decide/conditions/verdict.js";
import { proof } from "../decide/conditions/verdict.js";
import { isMatrixLetter } from "../meanings/matrices.js";
import { isBold, letterOf } from "../tex/reading/symbolNames.js";
import { visitParts } from "../meanings/occurrences.js";
import type { Expr } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";

/**
 * What names can only be where nobody says so and a transpose, a Kronecker product or a vectorisation stands in a claim:
 * capitals are matrices, small letters that are bold or transposed vectors, of the sizes that fit. Undefined where there is
 * no such name.
 *
 * @param numbers names that are said to be numbers, or stand where only a number can
 * @param vectors names that stand in a norm or in an inner product
 */
export function inferredArrays(
  sides: readonly Expr[],
  numbers: ReadonlySet<string>,
  vectors: Iterable<string> = [],
): Declared[] | undefined {
  const turned = new Set([...sides.flatMap(transposedNames), ...vectors]);
  const found = [...namesOf(sides)].flatMap((name) => {
    if (numbers.has(name) || /^I(?:bold)?$/.test(name) || name === "T") return [];
    const isVector = (isBold(name) || turned.has(name)) && /^[a-z]/.test(letterOf(name));
    const isMatrix = isMatrixLetter(name) || (isBold(name) && !isVector);
    return isVector || isMatrix
      ? (readDeclaration(`${name} ${isVector ? "vector" : "matrix"}`) ?? [])
      : [];
  });
  return found.length ? found : undefined;
}

const namesOf = (sides: readonly Expr[]): Set<string> =>
  new Set(sides.flatMap((side) => [...freeNames(side)]));

/** The names whose own transpose is taken. */
function transposedNames(side: Expr): string[] {
  const found: string[] = [];
  visitParts(side, (part) => {
    const of = part.kind === "call" && part.name === "transpose" ? part.args[0] : undefined;
    if (of?.kind === "symbol") found.push(of.name);
  });
  return found;
}

/**
 * A proof under the condition that names are what was inferred, and small letters beside them numbers, which in notes they
 * need not be.
 *
 * @param numbers names of which nobody needs to be told that they are numbers
 * @param words what a name stands for, where that is not itself
 */
export function provedIf(
  verdict: Verdict,
  declared: readonly Declared[],
  sides: readonly Expr[],
  numbers: ReadonlySet<string>,
  words: ReadonlyMap<string, string> = new Map(),
): Verdict | undefined {
  if (verdict.grade !== "proved" && verdict.grade !== "proved-if") return undefined;
  const others = [...namesOf(sides)].filter(
    (name) =>
      /^[a-z]/.test(name) && !numbers.has(name) && !declared.some((one) => one.name === name),
  );
  const kinds = [
    ...declared.map(({ name, meaning }) => `${words.get(name) ?? name} is a ${meaning.is}`),
    ...others.map((name) => `${name} is a number`),
  ].join(", ");
  const text = `${kinds}, of sizes that fit`;
  const condition: StatedCondition = { text, latex: `\\text{${text.replaceAll("_", "\\_")}}` };
  return proof(verdict.rules, [condition, ...verdict.conditions], verdict.method);
}
