import type { Call } from "../../tree/expression.js";
import { infinite } from "../claim/tree.js";
import { attempt, cannotTell, noValue } from "../numbers/field.js";
import { type Fraction, fraction, inverse, readFraction, times } from "../numbers/fraction.js";
import type { Evaluation } from "./evaluate.js";

/** Distances, each the square of the one before: what changes like a logarithm still halves from one to the next. */
const exponents = [1n, 2n, 4n, 8n, 16n, 32n, 64n, 128n, 256n, 512n];
/** Places that no period meets; where only integers have values, odd ones. */
const generic = exponents.map((k) => fraction(137n * 2n ** k, 100n));
const whole = exponents.map((k) => fraction(3n * 2n ** k + 1n));

/** Values of which the changes are looked at, and by how much each has to fall below the one before. */
const kept = 4;
const falling = 0.75;
/** How many times the last change the limit may be away: a change that falls by 3/4 each time leaves thrice its size. */
const margin = 20;

interface Near {
  near: number;
  width: number;
}

/**
 * The limit of values along a sequence, where these change less and less: an enclosure that is no proof, and wide enough to
 * be trusted where it excludes a value. What does not settle says nothing.
 */
export function limit<V>(outer: Evaluation<V>, { args }: Call): V {
  const { field } = outer;
  const [body, name, to, side] = args;
  if (name?.kind !== "symbol" || !to || args.length > 4) return cannotTell("a limit");
  const at = (place: V): V => outer.with(name.name, place).of(body);
  const end = infinite(to);
  if (end !== undefined) {
    const far = (sizes: readonly Fraction[]) =>
      sizes.map((size) => () => at(field.of(times(fraction(end), size))));
    return between(outer, settled(outer, far(generic)) ?? settled(outer, far(whole)));
  }
  const place = outer.of(to);
  const from = (sign: number) =>
    settled(
      outer,
      generic.map(
        (size) => () => at(field.add(place, field.of(times(fraction(sign), inverse(size))))),
      ),
    );
  const given = side?.kind === "symbol" ? side.name : undefined;
  if (given === "above") return between(outer, from(1));
  if (given === "below") return between(outer, from(-1));
  const [above, below] = [from(1), from(-1)];
  if (!above || !below) return cannotTell("a limit");
  if (above[0] > below[1] || below[0] > above[1])
    return noValue("limits from two sides that differ");
  return between(outer, [Math.min(above[0], below[0]), Math.max(above[1], below[1])]);
}

function between<V>({ field }: Evaluation<V>, found: [number, number] | undefined): V {
  if (!found) return cannotTell("a limit");
  const [low, high] = found.map((value) => readFraction(value.toExponential(17)));
  return field.between(low, high);
}

/** Bounds of the limit; undefined where the values do not settle. */
function settled<V>(
  { field }: Evaluation<V>,
  values: readonly (() => V)[],
): [number, number] | undefined {
  const found: Near[] = [];
  for (const value of values) {
    const own = attempt(value);
    if (own === undefined || own === "no value") {
      if (found.length) break;
      continue;
    }
    const one = { near: field.near(own.value), width: field.width(own.value) };
    const last = found.at(-1);
    // An enclosure as wide as the values change says no more.
    if (!Number.isFinite(one.near)) break;
    if (last && one.width > Math.abs(one.near - last.near) / 4 && one.width > 1e-9) break;
    found.push(one);
  }
  const ends = found.slice(-kept);
  if (ends.length < kept) return undefined;
  const changes = ends.slice(1).map(({ near }, i) => Math.abs(near - ends[i].near));
  const last = ends.at(-1)!;
  const tiny = 1e-10 * (1 + Math.abs(last.near));
  const settles = changes.every(
    (change, i) => i === 0 || change <= tiny || change <= falling * changes[i - 1],
  );
  if (!settles) return undefined;
  const radius = margin * changes.at(-1)! + 4 * last.width + tiny;
  return [last.near - radius, last.near + radius];
}
