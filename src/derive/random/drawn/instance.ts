import { constantValue } from "../../tree/constants.js";
import { GaveUp } from "../../tree/errors.js";
import {
  call,
  type Expr,
  number,
  over,
  subtract,
  sumOf,
  times,
  treeKey,
  withEach,
} from "../../tree/expression.js";
import { substitute } from "../../tree/names.js";
import type { Outcome } from "./distributions.js";
import { isAtom, isRandom, type RandomNames } from "../names.js";
import { type Applied, operatorOf } from "../operators.js";

/** Sizes are 1 to 3; a longer sum has more variables than are drawn. */
const mostTerms = 4;

/** A sum over what depends on chance, between limits that are numbers, term by term; indices that are numbers as these. */
export function unrolled(expr: Expr, names: RandomNames): Expr {
  if (expr.kind === "call" && expr.name === "sum" && isRandom(expr.args[0], names)) {
    const [body, index, ...ends] = expr.args;
    const [from, to] = ends.map(constantValue);
    if (
      index.kind !== "symbol" ||
      !from?.isInteger ||
      !to?.isInteger ||
      to.num - from.num >= mostTerms
    )
      throw new GaveUp("a sum that is not written out");
    const terms: Expr[] = [];
    for (let k = from.num; k <= to.num; k++)
      terms.push(unrolled(substitute(body, new Map([[index.name, number(k)]])), names));
    return terms.length ? sumOf(...terms) : number(0n);
  }
  return foldedPart(withEach(expr, (part) => unrolled(part, names)));
}

/** As far as powers of random variables are taken apart. */
const mostPower = 8n;

/** An expression in which each part that numbers alone make is one. */
export function folded(expr: Expr): Expr {
  return foldedPart(withEach(expr, folded));
}

function foldedPart(expr: Expr): Expr {
  if (expr.kind !== "pow") {
    const value = expr.kind === "number" ? undefined : constantValue(expr);
    return value ? number(value) : expr;
  }
  const [base, exponent] = [constantValue(expr.left), constantValue(expr.right)];
  const isSmall = exponent?.isInteger && exponent.sign > 0 && exponent.num <= mostPower;
  return base && isSmall
    ? foldedPart(times(...Array<Expr>(Number(exponent.num)).fill(number(base))))
    : expr;
}

/**
 * An expression under a finite distribution: each mean as a sum over what may happen. Outside of all means a variable has
 * its value in the outcome `at`.
 */
export function instance(
  expr: Expr,
  outcomes: readonly Outcome[],
  names: RandomNames,
  at?: Outcome,
): Expr {
  const found = operatorOf(expr, names);
  if (found) return operated(found, outcomes, names, at);
  if (isAtom(expr, names)) {
    const value = at?.values.get(treeKey(expr));
    if (!value) throw new GaveUp("a random variable without a value");
    return value;
  }
  return foldedPart(withEach(expr, (part) => instance(part, outcomes, names, at)));
}

function operated(
  { operator, args, given }: Applied,
  all: readonly Outcome[],
  names: RandomNames,
  at?: Outcome,
): Expr {
  const valueAt = (of: Expr, outcome: Outcome) => instance(of, all, names, outcome);
  const outcomes = given
    ? all.filter((one) =>
        given.every((known) => at && treeKey(valueAt(known, one)) === treeKey(valueAt(known, at))),
      )
    : all;
  if (given && outcomes.length === 0) throw new GaveUp("a condition without an outcome");
  const total = added(outcomes.map(({ weight }) => weight));
  const average = (values: Expr[]): Expr => {
    const sum = added(values.map((value, i) => foldedPart(times(outcomes[i].weight, value))));
    return given ? foldedPart(over(sum, total)) : sum;
  };
  const deviations = (of: Expr): Expr[] => {
    const values = outcomes.map((outcome) => valueAt(of, outcome));
    const mean = average(values);
    return values.map((value) => foldedPart(subtract(value, mean)));
  };
  const together = (one: Expr, two: Expr): Expr => {
    const [left, right] = [deviations(one), deviations(two)];
    return average(left.map((value, i) => foldedPart(times(value, right[i]))));
  };
  const [first, second] = args;
  const root = (of: Expr) => call("sqrt", together(of, of));
  switch (operator) {
    case "E":
      return average(outcomes.map((outcome) => valueAt(first, outcome)));
    case "Var":
      return together(first, first);
    case "Cov":
      return together(first, second);
    case "sd":
      return root(first);
    case "H":
    case "KL":
    case "logpdf":
      throw new GaveUp("a density of a variable with a few values");
    case "Corr":
      return over(together(first, second), times(root(first), root(second)));
  }
}

const added = (values: Expr[]): Expr => foldedPart(sumOf(number(0n), ...values));
