import { type Declared, declaredAs } from "../assumptions/declared.js";
import type { Expr } from "../tree/expression.js";
import { families, freeNames } from "../tree/names.js";
import { unknown, type Verdict } from "../decide/conditions/verdict.js";
import { isBold, letterOf } from "../tex/reading/symbolNames.js";
import { bareIn } from "./bare.js";
import { dependentName } from "./dependent.js";
import { imaginaryName, looseUnit } from "./imaginary.js";
import { isMatrixLetter, matrixIn, numbersIn } from "./matrices.js";
import { visitParts } from "./occurrences.js";
import { opaqueIn } from "./opaque.js";
import { spelledProduct } from "./spelled.js";
import { transposeIn } from "./transposes.js";
import { vectorIn } from "./vectors.js";

/**
 * What in a claim may be no real number although it is read as one, with what to write or to assume; undefined where
 * nothing is.
 *
 * @param known names that are said to be real
 */
export function otherMeaning(
  sides: readonly Expr[],
  known: ReadonlySet<string>,
): string | undefined {
  const unit = imaginaryName(sides, known);
  if (unit !== undefined) {
    return `${unit} may be the imaginary unit: assume \`${unit} real\` or \`${unit} integer\`, declare \`${unit} imaginary unit\`, or write another letter`;
  }
  const matrix = matrixIn(sides, known);
  if (matrix !== undefined) {
    const { name, place } = matrix;
    return `${name} ${place} may be a matrix, and products are read as those of numbers: assume \`${name} real\` for a number, or write a matrix by its entries`;
  }
  const transpose = transposeIn(sides, known);
  if (transpose !== undefined) {
    const { name, sign } = transpose;
    return `^${sign} may be a power or a transpose: assume \`${sign} real\` for a power of ${name}, or write a transpose by its entries`;
  }
  const order = orderIn(sides);
  return (
    order &&
    `${order}(…) inside an expression is a set of functions and no quantity: state a growth by the relation O`
  );
}

/** Why a claim that is read is not decided: a part of it has no meaning yet, or another one for what is declared. */
export function undecided(
  sides: readonly Expr[],
  known: ReadonlySet<string>,
  declared: readonly Declared[] = [],
): string | undefined {
  const bare = bareIn(sides, declared);
  if (bare !== undefined) return bare;
  const arrays = declaredAs(declared, "matrix", "vector");
  const opaque = opaqueIn(sides, known, arrays);
  if (opaque !== undefined) return opaque;
  const array = arrays.size
    ? vectorIn(sides, arrayLike(arrays, numbersIn(sides, known)))
    : undefined;
  if (array !== undefined && !arrays.has(array)) {
    return `${array} may be a matrix or a vector, too, and this is not linear in it: assume \`${array} real\` for a number`;
  }
  if (array !== undefined) {
    const kind = declaredAs(declared, "vector").has(array) ? "vector" : "matrix";
    return `${array} is a ${kind}, and only what is linear in it is decided`;
  }
  const vector = vectorIn(sides, (name) => !known.has(name) && isBold(name));
  return (
    vector &&
    `${vector} may be a vector or a matrix, and this is not linear in it: assume \`${vector} real\` for a number`
  );
}

/**
 * Which names are no numbers where some are declared to be matrices or vectors: these, with marks and subscripts
 * (`Ahat`, `vdot`, `A_1`), and capitals beside them.
 */
function arrayLike(arrays: ReadonlySet<string>, numbers: ReadonlySet<string>) {
  return (name: string): boolean =>
    arrays.has(name) ||
    (!numbers.has(name) && (isMatrixLetter(name) || arrays.has(letterOf(name))));
}

const onlyReal = ["name-is-real"] as const;

/** A verdict, without a refutation at a point where names have values that they may not have together. */
export function withinMeaning(
  verdict: Verdict,
  sides: readonly Expr[],
  known: ReadonlySet<string>,
  declared: readonly Declared[] = [],
): Verdict {
  if (verdict.grade !== "refuted") return verdict;
  const varying = [...declaredAs(declared, "random variable", "matrix", "vector")].find((name) =>
    sides.some((side) => freeNames(side).has(name) || families(side).has(name)),
  );
  if (varying !== undefined) {
    const { text } = declared.find(({ name }) => name === varying)!;
    return unknown(
      onlyReal,
      `the sides differ where ${varying} is a number, and it is not one: \`${text}\``,
    );
  }
  const unit = looseUnit(sides, known);
  if (unit !== undefined) {
    return unknown(
      onlyReal,
      `the sides differ where ${unit} is a real number; it may be the imaginary unit: assume \`${unit} real\` if it is not`,
    );
  }
  const spelled = spelledProduct(sides, known);
  if (spelled !== undefined) {
    return unknown(
      onlyReal,
      `the sides differ where ${spelled} is one name; it may be the product of its letters: write ${[...spelled].join("*")}, or assume \`${spelled} real\``,
    );
  }
  const dependent = dependentName(sides, known);
  if (dependent === undefined) return verdict;
  const { name, meaning } = dependent;
  return unknown(
    onlyReal,
    `the sides differ where ${name} has a value of its own; it may be ${meaning}: assume \`${name} real\` if it is not`,
  );
}

/** `n + O(n^2)`: an order of growth stands alone, on the right of its relation. */
function orderIn(sides: readonly Expr[]): string | undefined {
  let found: string | undefined;
  for (const side of sides) {
    visitParts(side, (part) => {
      if (part.kind === "call" && (part.name === "O" || part.name === "o")) found ??= part.name;
    });
  }
  return found;
}
