import type { Equation } from "../../assumptions/equation.js";
import { constantValue, rationalZero } from "../../tree/constants.js";
import { type Expr, number, treeKey } from "../../tree/expression.js";
import type { Rational } from "../../../num/index.js";
import { type Atom, isAtom, type RandomNames } from "../names.js";
import { operatorOf } from "../operators.js";
import { type Drawing, hasLikes, type Outcome } from "./distributions.js";
import { spread } from "./spread.js";

/** A distribution whose variables are moved to the means that are assumed, where `E(X) = 3` is a number. */
export function centred(
  drawing: Drawing,
  equations: readonly Equation[],
  atoms: readonly Atom[],
  names: RandomNames,
): Drawing {
  const shifts = new Map<string, Rational>();
  for (const { left, right } of equations.flatMap((one) => spread(one, atoms, names) ?? [])) {
    const found = operatorOf(left, names);
    const target = constantValue(right);
    const [of] = found?.args ?? [];
    if (found?.operator !== "E" || found.given || !target || !isAtom(of, names)) continue;
    const mean = meanOf(treeKey(of), drawing.outcomes);
    if (!mean) continue;
    for (const atom of atoms)
      if (isLike(atom, of, names)) shifts.set(treeKey(atom), target.sub(mean));
  }
  if (shifts.size === 0) return drawing;
  const moved = (outcomes: readonly Outcome[]): Outcome[] =>
    outcomes.map((outcome) => ({ ...outcome, values: shifted(outcome.values, shifts) }));
  return {
    outcomes: moved(drawing.outcomes),
    blocks: drawing.blocks.map((block) => ({ ...block, outcomes: moved(block.outcomes) })),
  };
}

/** Whether what moves one variable must move another one: it is that one, or has its distribution. */
const isLike = (one: Atom, two: Atom, { variables }: RandomNames): boolean =>
  treeKey(one) === treeKey(two) ||
  (hasLikes(one.name, variables) &&
    variables.get(one.name)!.like === variables.get(two.name)!.like);

function meanOf(key: string, outcomes: readonly Outcome[]): Rational | undefined {
  let sum = rationalZero;
  for (const { weight, values } of outcomes) {
    const [share, value] = [weight, values.get(key)].map((one) => one && constantValue(one));
    if (!share || !value) return undefined;
    sum = sum.add(share.mul(value));
  }
  return sum;
}

const shifted = (
  values: ReadonlyMap<string, Expr>,
  shifts: ReadonlyMap<string, Rational>,
): Map<string, Expr> =>
  new Map(
    [...values].map(([key, value]) => {
      const by = shifts.get(key);
      const own = constantValue(value);
      return [key, by && own ? number(own.add(by)) : value] as const;
    }),
  );
