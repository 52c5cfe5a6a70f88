import { Rational } from "../../num/index.js";
import { degreeOf, type Polynomial, productOf, signAt, squarefree } from "./polynomial.js";
import { type RealRoot, realRoots } from "./realRoots.js";
import { simplestBetween } from "./simplestBetween.js";

/** A root of some polynomials, or a fraction that stands for the stretch between two neighbouring roots. */
export interface Place extends RealRoot {
  single: boolean;
}

/** The degree of all together: Sturm sequences of higher ones have coefficients of hundreds of digits. */
const mostDegree = 30;

/**
 * The places of the line at which the signs of polynomials are to be asked: between two neighbours none changes.
 * Undefined for polynomials of too high a degree.
 */
export function placesOf(polys: readonly Polynomial[], integer: boolean): Place[] | undefined {
  if (polys.reduce((sum, poly) => sum + degreeOf(poly), 0) > mostDegree) return undefined;
  const roots = realRoots(polys.reduce(productOf, [1n]));
  return integer ? integersAround(roots) : stretchesAround(roots);
}

function stretchesAround(roots: RealRoot[]): Place[] {
  const found = [stretch(beyond(roots, -1))];
  roots.forEach((root, i) => {
    const next = roots[i + 1];
    const after = next ? simplestBetween(root.high, next.low) : beyond(roots, 1);
    found.push({ ...root, single: true }, stretch(after));
  });
  return found;
}

/** Every run of integers between two roots has one of these in it. */
function integersAround(roots: RealRoot[]): Place[] {
  const near = roots.flatMap(({ low, high }) => [low, high].map((value) => value.floor()));
  const values = new Set(near.flatMap((value) => [-1n, 0n, 1n, 2n].map((by) => value + by)));
  if (values.size === 0) values.add(0n);
  const sorted = [...values].sort((a, b) => (a < b ? -1 : 1));
  return sorted.map((value) => ({ ...stretch(Rational.of(value)), single: true }));
}

const stretch = (value: Rational): Place => ({ low: value, high: value, value, single: false });

function beyond(roots: RealRoot[], side: 1 | -1): Rational {
  if (roots.length === 0) return Rational.of(0n);
  if (side < 0) return Rational.of(roots[0].low.floor() - 1n);
  return Rational.of(roots[roots.length - 1].high.floor() + 1n);
}

/** The sign of a polynomial at a place; its roots must be among those that the places were made of. */
export function signThere(poly: Polynomial, { low, high, value }: Place): -1 | 0 | 1 {
  if (value) return signAt(poly, value);
  const free = squarefree(poly);
  return signAt(free, low) * signAt(free, high) < 0 ? 0 : signAt(poly, low);
}
