import { lcm } from "../../../num/gcd.js";
import { Rational } from "../../../num/index.js";
import { asRational, type Form } from "../../form/ring/form.js";
import { primitive } from "../../roots/polynomial.js";
import { realRoots } from "../../roots/realRoots.js";

/** Above it Sturm sequences have coefficients of hundreds of digits. */
const mostDegree = 12;

/** The distinct real roots of a polynomial in one name with rational coefficients, if all of them are rational. */
export function rationalRoots(
  coefficients: Map<number, Form>,
  unit: number,
): Rational[] | undefined {
  const exponents = [...coefficients.keys()];
  if (exponents.some((exponent) => exponent % unit !== 0)) return undefined;
  const degree = Math.max(...exponents) / unit;
  if (degree > mostDegree) return undefined;
  const values = Array.from({ length: degree + 1 }, (_, i) => {
    const own = coefficients.get(i * unit);
    return own ? asRational(own) : Rational.of(0n);
  });
  if (!values.every((value) => value !== undefined)) return undefined;
  const common = values.reduce((den, value) => lcm(den, value.den), 1n);
  const roots = realRoots(primitive(values.map(({ num, den }) => (num * common) / den)));
  const rational = roots.flatMap(({ value }) => (value ? [value] : []));
  return rational.length === roots.length ? rational : undefined;
}
