import { Rational } from "../../num/index.js";

const one = Rational.of(1n);

/** The fraction of the least denominator between two, which count as between. */
export function simplestBetween(low: Rational, high: Rational): Rational {
  if (low.sign < 0 && high.sign > 0) return Rational.of(0n);
  if (low.sign < 0) return simplestBetween(high.neg(), low.neg()).neg();
  const floor = Rational.of(low.floor());
  if (floor.equals(low)) return low;
  if (floor.add(one).compare(high) <= 0) return floor.add(one);
  const rest = simplestBetween(high.sub(floor).inv(), low.sub(floor).inv());
  return floor.add(rest.inv());
}
