import { Rational } from "../../num/index.js";

export const fraction = (text: string): Rational => {
  const [num, den = "1"] = text.split("/");
  return Rational.of(BigInt(num), BigInt(den));
};

/** Values to try, level by level: the smallest integers first, then what hurts. */
export const levels = [
  "1 2",
  "1 2 3",
  "-1 -2",
  "-1 0 1 2 3",
  "-3 -2 -1 0 1 2 3 4 5",
  "-3/2 -1/2 1/3 1/2 2/3 3/2 5/2 2 3",
  "-7/3 -1 1/7 2/5 7/3 11 13 17",
  "1/10 9/10 1/100 31/10 101 -11",
  "29 -31 1009 53/7 -97/3 10007",
  "1000003 -1000003 1/1000003 -1/1000003",
  "0 1000000000039 -1000000000039 1/1000000000039 -1/1000000000039",
].map((level) => level.split(" ").map(fraction));

const positions = ["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "9/10", "1/10", "1/100"].map(
  fraction,
);

/** How far from a bound a name is tried, level by level. */
const steps = [1n, 1n, 1n, 1n, 3n, 10n, 20n, 10n, 10n, 120n, 40n].map((k) =>
  Rational.of(1n, 1n << k),
);

/** Values for one name: moved inside its bounds, whole where it counts something. */
export function candidates(
  values: Rational[],
  level: number,
  whole: boolean,
  bounds: { lower?: Rational; upper?: Rational } = {},
  counts = false,
): Rational[] {
  const { lower, upper } = bounds;
  if (whole) {
    const start = lower
      ? lower.isInteger
        ? lower.num
        : lower.floor() + 1n
      : counts
        ? 1n
        : undefined;
    if (start !== undefined) {
      const offsets = [
        [0n, 1n],
        [0n, 1n, 2n],
        [0n, 1n],
        [0n, 1n, 2n, 3n],
        [0n, 2n, 4n, 5n],
        [1n, 3n, 6n],
        [10n, 12n],
        [2n, 7n, 11n],
        [13n, 16n, 29n, 100n],
        [3n, 8n],
        [0n, 9n],
      ];
      return offsets[level].map((offset) => Rational.of(start + offset));
    }
    return values.filter((value) => value.isInteger);
  }
  if (lower && upper) {
    const width = upper.sub(lower);
    const inside = positions.slice(0, 2 + level * 2).map((part) => lower.add(width.mul(part)));
    const little = (steps[level] ?? steps[0]).mul(width);
    const ends = [lower, lower.add(little), upper, upper.sub(little)];
    return level > 2 ? [...inside, ...ends] : inside;
  }
  const inside = values.filter(
    (value) => (!lower || value.compare(lower) >= 0) && (!upper || value.compare(upper) <= 0),
  );
  const [bound, side] = [lower ?? upper, lower ? 1 : -1];
  if (!bound) return inside;
  const beyond = (by: Rational) => (side > 0 ? bound.add(by) : bound.sub(by));
  const near = level > 2 ? [bound, beyond(steps[level] ?? steps[0])] : [];
  return [...(inside.length < 2 ? values.map((value) => beyond(value.abs())) : inside), ...near];
}
