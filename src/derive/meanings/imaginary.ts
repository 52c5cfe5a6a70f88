import { constantValue } from "../tree/constants.js";
import { type Expr, parts } from "../tree/expression.js";
import { boundNames, freeNames } from "../tree/names.js";
import { factorsOf, isSymbol, termsOf, visitParts } from "./occurrences.js";

/** Functions of whole numbers: a name inside them is an index or a count. */
const counting = new Set(["floor", "ceil", "factorial", "binomial", "delta", "sum", "prod"]);
/** Functions beside which i is mostly the imaginary unit. */
const periodic = new Set(["sin", "cos", "tan", "sinh", "cosh", "tanh", "exp"]);

/**
 * The first of i and j that may be the imaginary unit in a claim: free, no index, and in an exponent, below one, in an
 * absolute value, in a denominator, beside a sine or pi, or a factor of a term such as `a + i*b`.
 */
export function imaginaryName(
  sides: readonly Expr[],
  known: ReadonlySet<string>,
): string | undefined {
  return unitsIn(sides, known).find(
    (name) => sides.some((side) => mayBeUnit(side, name)) || isRoot(sides, name),
  );
}

/**
 * The first of i and j that is free in a claim, no index, and not linear in it. What the rules of arithmetic give holds
 * for the imaginary unit, too; but a point at which i is a real number refutes only what is linear: `(1 + i)^2 = 2*i`.
 */
export const looseUnit = (sides: readonly Expr[], known: ReadonlySet<string>): string | undefined =>
  unitsIn(sides, known).find((name) => sides.some((side) => !isLinear(side, name)));

/** Whether a name stands in terms, in one factor of each, and in nothing else. */
function isLinear(expr: Expr, name: string): boolean {
  const has = (part: Expr) => freeNames(part).has(name);
  if (!has(expr)) return true;
  switch (expr.kind) {
    case "symbol":
      return true;
    case "neg":
      return isLinear(expr.of, name);
    case "add":
      return expr.terms.every((term) => isLinear(term, name));
    case "mul":
      return (
        expr.factors.filter(has).length === 1 && expr.factors.every((one) => isLinear(one, name))
      );
    case "div":
      return !has(expr.right) && isLinear(expr.left, name);
    default:
      return false;
  }
}

const unitsIn = (sides: readonly Expr[], known: ReadonlySet<string>): string[] =>
  ["i", "j"].filter(
    (name) =>
      !known.has(name) && sides.some((side) => freeNames(side).has(name)) && !isIndex(sides, name),
  );

/** `sqrt(-4) = 2*i` */
const isRoot = (sides: readonly Expr[], name: string): boolean =>
  sides.some((side) => factorsOf(side).some((one) => isSymbol(one, name))) &&
  sides.some(hasNegativeRoot);

function hasNegativeRoot(expr: Expr): boolean {
  if (expr.kind === "call" && expr.name === "sqrt") {
    const value = constantValue(expr.args[0]);
    if (value && value.sign < 0) return true;
  }
  return parts(expr).some(hasNegativeRoot);
}

function isIndex(sides: readonly Expr[], name: string): boolean {
  return sides.some((side) => {
    let found = boundNames(side).has(name);
    visitParts(side, (part) => {
      const counts = part.kind === "index" || (part.kind === "call" && counting.has(part.name));
      const inside =
        part.kind === "call" && part.args.length === 4 ? part.args.slice(2) : parts(part);
      found ||= counts && inside.some((one) => freeNames(one).has(name));
    });
    return found;
  });
}

function mayBeUnit(side: Expr, name: string): boolean {
  let found = false;
  visitParts(side, (part) => {
    found ||= standsAsUnit(part, name);
  });
  return found;
}

function standsAsUnit(part: Expr, name: string): boolean {
  const within = (expr: Expr) => freeNames(expr).has(name);
  switch (part.kind) {
    case "pow":
      return isSymbol(part.left, name) || within(part.right);
    case "div":
      return factorsOf(part.right).some((one) => isSymbol(one, name));
    case "call":
      return (part.name === "exp" || part.name === "abs") && part.args.some(within);
    case "add":
      return part.terms.flatMap(termsOf).some((term) => isMultiple(term, name));
    case "mul": {
      const factors = factorsOf(part);
      return factors.some((one) => isSymbol(one, name)) && factors.some(isPeriodic);
    }
    default:
      return false;
  }
}

const isPeriodic = (expr: Expr): boolean =>
  isSymbol(expr, "pi") ||
  (expr.kind === "pow" && isPeriodic(expr.left)) ||
  (expr.kind === "call" && periodic.has(expr.name));

/** Whether a term is the name times something that has another name in it. */
function isMultiple(term: Expr, name: string): boolean {
  const factors = factorsOf(term);
  const isOther = (one: Expr) => [...freeNames(one)].some((other) => other !== name);
  return factors.some((one) => isSymbol(one, name)) && factors.some(isOther);
}
