import { Rational } from "../../../num/index.js";
import { type Heights, type Low, moved } from "../descent/descend.js";
import { aside, manyTimes } from "../descent/places.js";

const one = Rational.of(1n);

/**
 * Whether a height is lowest at a place, as x^2 y^2 is where x = 0 whatever y is: it rises along some name, and along each
 * other it stays. What only comes near to 0, as exp(x) does far out, neither rises nor stays.
 *
 * @param least what is not above this counts as 0
 */
export function isLowest({ point, value }: Low, least: bigint, at: Heights): boolean {
  const along = [...point.symbols].map(([name, own]): "rises" | "stays" | undefined => {
    const on = (by: Rational) => at(moved(point, new Map([[name, one]]), by)) ?? [];
    const beside = [aside, aside.neg()].flatMap(on);
    // An integer stands alone.
    if (beside.length === 0) return "stays";
    if (beside.every((low) => low.value > manyTimes * (value + 1n))) return "rises";
    const far = own.abs().add(one);
    return [far, far.neg()].flatMap(on).every((low) => low.value <= least) ? "stays" : undefined;
  });
  return along.includes("rises") && !along.includes(undefined);
}
