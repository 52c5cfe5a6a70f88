import { checkFinite, checkInteger, checkPositive } from "../../num/check.js";

/**
 * Numbers evenly spread from one to another, both included.
 *
 * @param count integer >= 2
 */
export function linspace(from: number, to: number, count = 121): number[] {
  checkFinite("linspace", "from", from);
  checkFinite("linspace", "to", to);
  checkInteger("linspace", "count", count, { min: 2 });
  const at = (i: number) => (from * (count - 1 - i) + to * i) / (count - 1);
  return Array.from({ length: count }, (_, i) => at(i));
}

/**
 * Numbers spread evenly on a logarithmic axis, both ends included.
 *
 * @param from number > 0
 * @param to number > 0
 * @param count integer >= 2
 */
export function logspace(from: number, to: number, count = 121): number[] {
  checkPositive("logspace", "from", from);
  checkPositive("logspace", "to", to);
  checkInteger("logspace", "count", count, { min: 2 });
  return linspace(Math.log(from), Math.log(to), count).map((value, i) => {
    if (i === 0) return from;
    return i === count - 1 ? to : Math.exp(value);
  });
}
