import { Rational } from "../num/index.js";
import { type Expr, freeNames, substitute, symbol } from "./expression.js";
import {
  addFractions,
  type Fraction,
  fromPoly,
  fromRational,
  multiplyFractions,
  negateFraction,
  powFraction,
} from "./fraction.js";
import type { Atoms } from "./atoms.js";
import { normalForm, Unsupported } from "./normalForm.js";
import { exponents, monomial } from "./polynomial.js";

/**
 * Definite integral of a polynomial in the variable, with symbolic limits, by its antiderivative.
 *
 *     ∫_a^b x^k dx = (b^(k+1) - a^(k+1)) / (k+1)
 *
 * @throws Unsupported if the integrand is no polynomial in the variable, or a limit is infinite
 */
export function integral(
  body: Expr,
  name: string,
  lower: Expr,
  upper: Expr,
  atoms: Atoms,
): Fraction {
  for (const limit of [lower, upper]) {
    if (freeNames(limit).has("Infinity"))
      throw new Unsupported("an integral over an infinite range");
  }
  const variable = "#x";
  const form = normalForm(substitute(body, new Map([[name, symbol(variable)]])), atoms);
  const over = { ...fromRational(form.scale), factors: form.factors };
  if (atoms.depends(over, variable))
    throw new Unsupported(`an integral with ${name} in a denominator`);
  const [a, b] = [normalForm(lower, atoms), normalForm(upper, atoms)];
  let total = fromRational(Rational.of(0n));
  for (const [key, coefficient] of form.num) {
    const factors = exponents(key);
    const power = factors.get(variable) ?? 0;
    factors.delete(variable);
    if ([...factors.keys()].some((atom) => atoms.atomDepends(atom, variable))) {
      throw new Unsupported(`an integral of what is no polynomial in ${name}`);
    }
    const front = fromPoly(new Map([[monomial(factors), coefficient]]));
    const rise = addFractions(powFraction(b, power + 1), negateFraction(powFraction(a, power + 1)));
    const share = multiplyFractions(rise, fromRational(Rational.of(1n, BigInt(power + 1))));
    total = addFractions(total, multiplyFractions(front, share));
  }
  return multiplyFractions(total, over);
}
