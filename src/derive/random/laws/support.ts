import { Rational } from "../../../num/index.js";
import { constantValue } from "../../tree/constants.js";
import type { Expr } from "../../tree/expression.js";
import type { LawName } from "./laws.js";

/** What there is no density of: a constant outside the support, or a probability that is 0 or 1. */
export function withoutDensity(
  law: LawName,
  value: Expr,
  parameters: readonly Expr[],
): string | undefined {
  const constants = parameters.map(constantValue);
  const probability = isOfTrials(law) ? constants.at(-1) : undefined;
  if (probability?.isInteger) return `a probability of ${probability} leaves nothing to chance`;
  const at = constantValue(value);
  return at && !isWithin(law, at, constants)
    ? `${at} is no value that this distribution has`
    : undefined;
}

const isOfTrials = (law: LawName): boolean =>
  ["bernoulli", "binomial", "trials", "failures"].includes(law);

/** Whether a constant may be in the support, as far as the parameters are constants. */
function isWithin(
  law: LawName,
  at: Rational,
  [first, second]: readonly (Rational | undefined)[],
): boolean {
  const isBelow = (one: Rational, other: Rational | undefined): boolean =>
    other !== undefined && other.sub(one).sign > 0;
  if (law === "normal") return true;
  if (law === "uniform") return !(first && isBelow(at, first)) && !(second && isBelow(second, at));
  if (at.sign < 0) return false;
  if (law === "exponential") return true;
  if (law === "gamma") return at.sign > 0;
  if (law === "beta") return at.sign > 0 && at.compare(Rational.of(1n)) < 0;
  if (!at.isInteger) return false;
  if (law === "bernoulli") return at.num <= 1n;
  if (law === "binomial") return !(first && isBelow(first, at));
  return law !== "trials" || at.sign > 0;
}
