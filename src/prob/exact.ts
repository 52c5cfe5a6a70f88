import { checkFinite, refuseKind, refuseValue } from "../num/check.js";
import { Rational } from "../num/rational.js";
import { nearestDouble } from "../num/nearestDouble.js";

/** An exact rational or a double; one call takes one kind and gives the same. */
export type Exact = Rational | number;

/** Arguments of one kind as the fractions that they are, and the way back. */
export interface Exactly<T extends Exact> {
  /** The arguments, in their order. */
  values: Rational[];
  isExact: boolean;
  /** A result in the arguments' kind; a double is rounded here and nowhere else. */
  give(value: Rational): T;
  /** The same for `num / den`; a double is not brought to lowest terms first, which takes long for large ones. */
  ratio(num: bigint, den: bigint): T;
}

/**
 * Named arguments as fractions. A double is a fraction too, so that one exact formula serves both kinds.
 *
 * @throws TypeError if rationals and doubles are mixed; RangeError if a double is not finite
 */
export function exactly<T extends Exact>(
  fn: string,
  args: readonly (readonly [name: string, value: T])[],
): Exactly<T> {
  const [firstName, first] = args[0];
  const isExact = (first as Exact) instanceof Rational;
  const values = args.map(([name, value]) => {
    const given: Exact = value;
    if (given instanceof Rational !== isExact) {
      refuseKind(fn, name, `be a ${isExact ? "Rational" : "number"} as ${firstName} is`, given);
    }
    return given instanceof Rational ? given : Rational.ofDouble(checkFinite(fn, name, given));
  });
  return {
    values,
    isExact,
    give: (value) => (isExact ? value : value.toNumber()) as T,
    ratio: (num, den) => (isExact ? Rational.of(num, den) : nearestDouble(num, den)) as T,
  };
}

const zero = Rational.of(0n);
const one = Rational.of(1n);

/** The sum of fractions. */
export function total(values: readonly Rational[]): Rational {
  return values.reduce((sum, value) => sum.add(value), zero);
}

/** `1 - value`. */
export function complement(value: Rational): Rational {
  return one.sub(value);
}

/** Refuses by name what is no probability. */
export function checkProbability(fn: string, name: string, value: Rational, given: Exact): void {
  if (value.sign < 0 || value.compare(one) > 0) refuseValue(fn, name, "be from 0 to 1", given);
}

/** Doubles that should sum to 1 may miss it by this much; ten times 0.1 misses it by 6e-17. */
const tolerance = Rational.of(1n, 10n ** 12n);

/** Refuses probabilities that do not sum to 1: rationals exactly, doubles within 1e-12. */
export function checkTotal<T extends Exact>(
  fn: string,
  name: string,
  values: readonly Rational[],
  { isExact, give }: Exactly<T>,
): void {
  const sum = total(values);
  const miss = complement(sum).abs();
  if (isExact ? miss.sign !== 0 : miss.compare(tolerance) > 0) {
    refuseValue(fn, name, "sum to 1", give(sum));
  }
}
