import { Rational } from "../../num/index.js";
import {
  changesAt,
  degreeOf,
  type Polynomial,
  signAt,
  squarefree,
  sturmChain,
} from "./polynomial.js";

/** A real root, the only one between `low` and `high`, which are none; its value where that is a fraction. */
export interface RealRoot {
  low: Rational;
  high: Rational;
  value?: Rational;
}

const one = Rational.of(1n);
const two = Rational.of(2n);

/** The real roots of a polynomial in ascending order, each once: isolated by Sturm's theorem. */
export function realRoots(poly: Polynomial): RealRoot[] {
  const free = squarefree(poly);
  if (degreeOf(free) < 1) return [];
  const chain = sturmChain(free);
  const bound = beyondRoots(free);
  const found: RealRoot[] = [];
  const isolate = (low: Rational, high: Rational): void => {
    const count = changesAt(chain, low) - changesAt(chain, high);
    if (count === 0) return;
    if (count === 1) {
      found.push(narrowed(free, low, high));
      return;
    }
    const cut = cutBetween(free, low, high);
    isolate(low, cut);
    isolate(cut, high);
  };
  isolate(bound.neg(), bound);
  return found;
}

/** Cauchy's bound: every root is nearer to 0. */
function beyondRoots(poly: Polynomial): Rational {
  const size = (value: bigint) => (value < 0n ? -value : value);
  const lead = size(poly[poly.length - 1]);
  const most = poly.slice(0, -1).reduce((top, own) => (size(own) > top ? size(own) : top), 0n);
  return Rational.of(most / lead + 2n);
}

/** A place near the middle that is no root. */
function cutBetween(poly: Polynomial, low: Rational, high: Rational): Rational {
  for (let parts = 2n; ; parts++) {
    const cut = low.add(high.sub(low).div(Rational.of(parts)));
    if (signAt(poly, cut) !== 0) return cut;
  }
}

/** A fraction p/q is a root only where q divides the leading coefficient: within less than 1/q there is one at most. */
function narrowed(poly: Polynomial, low: Rational, high: Rational): RealRoot {
  const lead = Rational.of(poly[poly.length - 1]).abs();
  const [side, most] = [signAt(poly, low), one.div(lead.mul(two))];
  let [from, to] = [low, high];
  while (to.sub(from).compare(most) >= 0) {
    const cut = cutBetween(poly, from, to);
    if (signAt(poly, cut) === side) from = cut;
    else to = cut;
  }
  const value = Rational.of(to.mul(lead).floor()).div(lead);
  const exact = value.compare(from) > 0 && signAt(poly, value) === 0;
  return exact ? { low: from, high: to, value } : { low: from, high: to };
}
