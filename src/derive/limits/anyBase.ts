import { call, type Expr, parts, withEach } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";
import { constantValue } from "../tree/constants.js";
import { Rational } from "../../num/index.js";

/**
 * A growing expression with natural logarithms in the place of those to a base that is not told: the same up to a factor
 * above 0, since each of its terms has one degree in them; or between two multiples of itself, as a sum of terms that
 * are positive far out. Undefined where it is neither.
 *
 * @param grows whether its name grows without end
 */
export function inNaturalLogarithms(expr: Expr, grows: boolean): Expr | undefined {
  const terms = expr.kind === "add" ? expr.terms : [expr];
  const isBounded = grows && freeNames(expr).size === 1 && terms.every(isPositiveFarOut);
  return degree(expr) || (isBounded && terms.every(degree)) ? natural(expr) : undefined;
}

/** A product of a growing name, of its logarithms and of positive numbers. */
function isPositiveFarOut(term: Expr): boolean {
  if (term.kind === "mul") return term.factors.every(isPositiveFarOut);
  if (term.kind === "pow") return isPositiveFarOut(term.left) && Boolean(constantValue(term.right));
  if (term.kind === "call")
    return ["lg", "log", "sqrt"].includes(term.name) && term.args[0].kind === "symbol";
  const value = constantValue(term);
  return term.kind === "symbol" || Boolean(value && value.sign > 0);
}

const isLg = (expr: Expr): boolean => expr.kind === "call" && expr.name === "lg";

const natural = (expr: Expr): Expr =>
  isLg(expr) ? call("log", ...parts(expr).map(natural)) : withEach(expr, natural);

const hasLg = (expr: Expr): boolean => isLg(expr) || parts(expr).some(hasLg);

/** The power of the factor by which an expression changes with the base; undefined where that is none. */
function degree(expr: Expr): Rational | undefined {
  if (!hasLg(expr)) return Rational.of(0n);
  const all = parts(expr).map(degree);
  if (isLg(expr)) return hasLg(parts(expr)[0]) ? undefined : Rational.of(1n);
  if (all.includes(undefined)) return undefined;
  const known = all as Rational[];
  switch (expr.kind) {
    case "neg":
      return known[0];
    case "add":
      return known.every((one) => one.equals(known[0])) ? known[0] : undefined;
    case "mul":
      return known.reduce((sum, one) => sum.add(one));
    case "div":
      return known[0].sub(known[1]);
    case "pow": {
      const exponent = constantValue(expr.right);
      return exponent && known[0].mul(exponent);
    }
    default:
      return undefined;
  }
}
