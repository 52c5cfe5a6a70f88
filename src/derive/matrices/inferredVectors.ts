import { library } from "../library/library.js";
import { constantValue } from "../tree/constants.js";
import { type Expr, parts, symbol, treeKey, withEach } from "../tree/expression.js";
import { boundNames, freeNames } from "../tree/names.js";
import { expressionText } from "../tree/text.js";
import { factorsOf, termsOf, unsigned, visitParts } from "../meanings/occurrences.js";
import { operations } from "./sizes/operations.js";

/** What can only be a vector in a claim, by names of their own. */
export interface InferredVectors {
  /** The claim with a name in the place of each entry, gradient or value of a function that is one. */
  sides: readonly Expr[];
  /** The names of vectors, each with what it stands for. */
  vectors: ReadonlyMap<string, string>;
}

/**
 * What stands alone in a norm or an inner product, or as a term of a sum there: a vector, unless it is known to be a number.
 * What holds for all vectors holds for these, so that a gradient may stand for any.
 *
 * @param numbers names that are said to be numbers, or stand where only a number can
 */
export function inferredVectors(
  sides: readonly Expr[],
  numbers: ReadonlySet<string>,
): InferredVectors {
  const bound = new Set(sides.flatMap((side) => [...boundNames(side)]));
  const found = new Map<string, Expr>();
  for (const side of sides)
    visitParts(side, (part) => {
      for (const one of linearParts(part).flatMap(loneTerms)) {
        const isVaried = [...freeNames(one)].some((name) => bound.has(name));
        const isNumber = one.kind === "symbol" && numbers.has(one.name);
        if (!isVaried && !isNumber && mayBeVector(one)) found.set(treeKey(one), one);
      }
    });
  const names = namesFor([...found.values()], sides);
  const vectors = new Map(
    [...found].map(([key, one]) => [names.get(key)!, expressionText(one)] as const),
  );
  const named = (expr: Expr): Expr => {
    const name = names.get(treeKey(expr));
    return name === undefined ? withEach(expr, named) : symbol(name);
  };
  return { sides: sides.map(named), vectors };
}

/** The parts of a norm, of an inner product and of a transpose of one factor. */
function linearParts(part: Expr): Expr[] {
  if (part.kind !== "call") return [];
  const operation = operations.get(part.name);
  if (operation === "norm") return part.args.slice(0, 1);
  return operation === "inner" ? part.args : [];
}

/** The terms of a sum that are one factor beside numbers. */
const loneTerms = (expr: Expr): Expr[] =>
  termsOf(unsigned(expr)).flatMap((term) => {
    const others = factorsOf(unsigned(term)).filter((factor) => !constantValue(factor));
    return others.length === 1 ? others : [];
  });

/** A small letter, an entry of a family, or the value of a function that is not known. */
function mayBeVector(expr: Expr): boolean {
  if (expr.kind === "symbol") return /^[a-z]/.test(expr.name);
  if (expr.kind === "index") return /^[a-z]/.test(expr.name);
  if (expr.kind !== "call") return false;
  if (operations.get(expr.name) === "derivative") return isOfUnknown(expr.args[0]);
  return isOfUnknown(expr);
}

const isOfUnknown = (expr: Expr): boolean =>
  expr.kind === "symbol" ||
  (expr.kind === "call" && !library.has(expr.name) && !operations.has(expr.name));

/** A name for each that stands nowhere else; that of a letter is its own. */
function namesFor(found: readonly Expr[], sides: readonly Expr[]): Map<string, string> {
  const taken = new Set(sides.flatMap((side) => [...freeNames(side), ...namesIn(side)]));
  const names = new Map<string, string>();
  for (const one of found) {
    if (one.kind === "symbol") names.set(treeKey(one), one.name);
    else {
      let name = `v${names.size + 1}`;
      while (taken.has(name)) name = `v${name}`;
      taken.add(name);
      names.set(treeKey(one), name);
    }
  }
  return names;
}

const namesIn = (expr: Expr): string[] => [
  ...("name" in expr ? [expr.name] : []),
  ...parts(expr).flatMap(namesIn),
];
