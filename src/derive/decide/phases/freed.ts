import { Rational } from "../../../num/index.js";
import { type Assumptions, type Fact, nameBounds } from "../../assumptions/assumptions.js";
import { type Expr, negate, number, subtract, symbol } from "../../tree/expression.js";
import { boundNames, freeNames } from "../../tree/names.js";
import { isPlain } from "../points/judged.js";
import { contextFor } from "../conditions/prepare.js";
import { type Angle, Angles } from "./angles.js";
import { isSmooth, waveArguments, withWaveArguments } from "./waves.js";

/** Two sides in which each angle is a name of its own. */
export interface Freed {
  sides: [Expr, Expr];
  angles: Angle[];
  /** Whether more angles turn than names turn them, so that they meet in all phases far out and nowhere for certain. */
  isLoose: boolean;
  /**
   * What is assumed; where names that turn angles stand elsewhere, too, these are far out: all above 0, then all below,
   * each time so far first that what fades has faded, then nearer, where exponentials have values.
   */
  directions: Assumptions[][];
}

/** It only tells where points may be worth a look. */
const mostWork = 300_000;
/** Their roots have no fraction in common; as many angles are followed as there are of them. */
export const primes = [2, 3, 5, 7, 11, 13, 17, 19];
/** What counts as far. */
const far = [1000n, 30n];
/** A name in a range no wider than this is a parameter that turns no angle. */
const narrow = Rational.of(4n);

/** The sides with their angles set free: far out x and sqrt(2)*x come as near as wanted to any two phases. */
export function freed(sides: [Expr, Expr], assumptions: Assumptions): Freed | undefined {
  const args = sides.flatMap(waveArguments);
  const bound = new Set(sides.flatMap((side) => [...boundNames(side)]));
  const isFree = (arg: Expr) => isSmooth(arg) && !anyOf(freeNames(arg), bound);
  if (args.length === 0 || !args.every(isFree) || !sides.every(isPlain)) return undefined;
  const ctx = contextFor(sides, assumptions, mostWork);
  const bounds = nameBounds(assumptions);
  const turns = (name: string): boolean => {
    const { lower, upper } = bounds.get(name) ?? {};
    return !lower || !upper || upper.sub(lower).compare(narrow) > 0;
  };
  // Names that are all in narrow ranges turn what is steep there.
  const isAny = args.some((arg) => [...freeNames(arg)].some(turns));
  const { all: angles, freed: free } = new Angles(ctx, args, isAny ? turns : () => true);
  if (angles.length === 0 || angles.length > primes.length) return undefined;
  const turning = new Set(angles.flatMap(({ names }) => [...names]));
  const [left, right] = sides.map((side) => withWaveArguments(side, free));
  const beside = new Set(
    [left, right].flatMap((side) => [...freeNames(side)]).filter((name) => turning.has(name)),
  );
  const real = [...turning].filter((name) => !ctx.signs.isIntegerName(name));
  const isBounded = [...turning].every(
    (name) => bounds.get(name)?.lower && bounds.get(name)?.upper,
  );
  return {
    sides: [left, right],
    angles,
    isLoose: angles.length + beside.size > real.length && !isBounded,
    directions: farOut([...beside], assumptions),
  };
}

const anyOf = (names: ReadonlySet<string>, of: ReadonlySet<string>): boolean =>
  [...names].some((name) => of.has(name));

function farOut(names: string[], assumptions: Assumptions): Assumptions[][] {
  if (names.length === 0) return [[assumptions]];
  return [symbol, (name: string) => negate(symbol(name))].map((from) =>
    far.map((distance) => {
      const facts = names.map((name): Fact => {
        const expr = subtract(from(name), number(distance));
        return { kind: "compare", expr, relation: ">", text: `${name} is far from 0` };
      });
      return { ...assumptions, facts: [...assumptions.facts, ...facts] };
    }),
  );
}
