import { constantValue } from "../tree/constants.js";
import { boundName, type Expr, parts, treeKey } from "../tree/expression.js";
import { families, freeNames } from "../tree/names.js";
import { library } from "../library/library.js";
import { isSymbol, termsOf, visitParts } from "./occurrences.js";

const capital =
  /^(?:[A-Z]|Gamma|Delta|Theta|Lambda|Xi|Sigma|Phi|Psi|Omega)(?:hat|bar|tilde|prime|star|ddot|dot|cal|scr|frak)*(?:\d+|_\w+)?$/;

/** Whether a function takes numbers alone, so that its argument is no matrix. */
const takesNumbers = (name: string): boolean => library.has(name) && !library.get(name)!.ofMatrices;

/** A letter that may be a matrix, and where it stands, in words. */
export interface MatrixLetter {
  name: string;
  place: string;
}

/** The first letter of a claim that may be a matrix; undefined where every name can only be a number. */
export function matrixIn(
  sides: readonly Expr[],
  known: ReadonlySet<string>,
): MatrixLetter | undefined {
  // Small letters are no matrices, and most claims have no others.
  if (!sides.some((side) => [...freeNames(side)].some(isMatrixLetter))) return undefined;
  const numbers = numbersIn(sides, known);
  const unclear = (expr: Expr) => [...freeNames(expr)].find((name) => isMatrix(name, numbers));
  for (const side of sides) {
    let found: MatrixLetter | undefined;
    visitParts(side, (part) => (found ??= ofPart(part, unclear)));
    if (found) return found;
  }
  return identityIn(sides, numbers);
}

/** The names that are said to be numbers, or stand where only a number can. */
export const numbersIn = (sides: readonly Expr[], known: ReadonlySet<string>): Set<string> =>
  new Set([...known, ...sides.flatMap(numberNames)]);

/** Whether a name is a capital, as those of matrices are. */
export const isMatrixLetter = (name: string): boolean => capital.test(name);

const isMatrix = (name: string, numbers: ReadonlySet<string>): boolean =>
  isMatrixLetter(name) && !numbers.has(name);

function ofPart(part: Expr, unclear: (expr: Expr) => string | undefined): MatrixLetter | undefined {
  if (part.kind !== "pow") return undefined;
  const exponent = constantValue(part.right);
  const name = exponent && exponent.sign < 0 ? unclear(part.left) : undefined;
  return name === undefined ? undefined : { name, place: `under the exponent ${exponent}` };
}

/**
 * I beside another capital, a term or a side alone; or a factor that changes nothing. A quotient of capitals is one of
 * numbers.
 */
function identityIn(
  sides: readonly Expr[],
  numbers: ReadonlySet<string>,
): MatrixLetter | undefined {
  const names = new Set(sides.flatMap((side) => [...freeNames(side), ...families(side)]));
  if (numbers.has("I") || !names.has("I")) return undefined;
  const capitals = [...names].filter((name) => isMatrixLetter(name) && name !== "I");
  if (capitals.some((name) => numbers.has(name))) return undefined;
  let beside = false;
  for (const side of sides) {
    beside ||= isIdentity(side);
    visitParts(side, (part) => {
      beside ||= part.kind === "add" && part.terms.flatMap(termsOf).some((one) => isIdentity(one));
    });
  }
  if (beside && capitals.length) return { name: capitals[0], place: "beside I" };
  const plain = sides.map((side) => treeKey(withoutIdentity(side)));
  const isNeutral = sides.some((side) => !isIdentity(side)) && plain[0] === plain[1];
  return isNeutral ? { name: "I", place: "as a factor that changes nothing" } : undefined;
}

/** I, or I with its size below, as in I_n. */
const isIdentity = (expr: Expr): boolean =>
  isSymbol(expr, "I") ||
  (expr.kind === "index" && expr.name === "I" && expr.indices.every((one) => "name" in one));

/** An expression without its factor I. */
function withoutIdentity(expr: Expr): Expr {
  if (expr.kind === "pow" && isIdentity(expr.left)) return expr.left;
  if (expr.kind !== "mul") return expr;
  const factors = expr.factors.filter((factor) => !isIdentity(factor));
  return factors.length === 1 ? factors[0] : { ...expr, factors };
}

/** The names that stand where only a number can: in a limit, an index, a denominator, an exponent, beside a number. */
function numberNames(side: Expr): string[] {
  const found: string[] = [];
  visitParts(side, (part) => {
    const bound = boundName(part);
    if (bound !== undefined && part.kind === "call") found.push(bound);
    for (const one of scalarParts(part)) found.push(...freeNames(one));
  });
  return found;
}

function scalarParts(part: Expr): Expr[] {
  switch (part.kind) {
    case "index":
      return parts(part);
    case "div":
      return [part.right];
    case "pow":
      return isSymbol(part.left, "e") ? [] : [part.right];
    case "call":
      if (boundName(part) !== undefined) return part.args.slice(2);
      return takesNumbers(part.name) ? part.args : [];
    case "add": {
      const terms = termsOf(part);
      const beside = terms.some((term) => term.kind === "number" && term.value.sign !== 0);
      return beside ? terms.filter((term) => term.kind === "symbol") : [];
    }
    default:
      return [];
  }
}
