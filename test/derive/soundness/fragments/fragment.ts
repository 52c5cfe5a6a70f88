import type { Random } from "../../../../src/index.js";
import type { Claim } from "../../oracle/truth.js";
import type { Term } from "../../oracle/term.js";
import { writeTerm } from "../../oracle/writeTerm.js";
import { mutate, type Slip } from "../mutate.js";

/** A claim with one slip planted. */
export interface Planted extends Claim {
  slip: Slip;
}

/** A family of true claims, and of the same with one slip. */
export interface Fragment {
  name: string;
  /** A claim that is true by the way it was made. */
  holds(random: Random): Claim;
  /** The same with one slip; it may by chance still be true, which is for `truthOf` to find. */
  slips(claim: Claim, random: Random): Planted;
  /** Whether its claims are identities of rational functions, which primes can test too. */
  rational?: boolean;
  /** Whether truth and falsehood are certain by construction, where evaluation at points does not tell. */
  certain?: boolean;
}

/** A fragment of equations between terms: a slip is planted in either side. */
export function equations(
  title: string,
  make: (random: Random) => { lhs: Term; rhs: Term; assumptions?: string[] },
  options: { rational?: boolean } = {},
): Fragment {
  const made = new WeakMap<Claim, { lhs: Term; rhs: Term }>();
  return {
    name: title,
    ...options,
    holds(random) {
      const { lhs, rhs, assumptions = [] } = make(random);
      const claim = { lhs: writeTerm(lhs), rhs: writeTerm(rhs), assumptions };
      made.set(claim, { lhs, rhs });
      return claim;
    },
    slips(claim, random) {
      const sides = made.get(claim);
      if (!sides) throw new RangeError("slips: claim must be one that this fragment made");
      const droppable = claim.assumptions.filter(
        (text) => /[<>]/.test(text) && !/integer/.test(text),
      );
      if (droppable.length && random.integer(0, 9) === 0) {
        const dropped = droppable[random.integer(0, droppable.length - 1)];
        const assumptions = claim.assumptions.filter((text) => text !== dropped);
        return { lhs: claim.lhs, rhs: claim.rhs, assumptions, slip: "condition" };
      }
      const left = random.integer(0, 1) === 0;
      const { term, slip } = mutate(left ? sides.lhs : sides.rhs, random);
      const text = writeTerm(term);
      return { ...claim, ...(left ? { lhs: text } : { rhs: text }), slip };
    },
  };
}

/** A fragment whose true and false claims are both written out by a template. */
export function templates(
  title: string,
  make: (random: Random) => { holds: Claim; slips: Planted[] },
  options: { certain?: boolean } = {},
): Fragment {
  const made = new WeakMap<Claim, Planted[]>();
  return {
    name: title,
    ...options,
    holds(random) {
      const { holds, slips } = make(random);
      made.set(holds, slips);
      return holds;
    },
    slips(claim, random) {
      const slips = made.get(claim) ?? [];
      return slips[random.integer(0, slips.length - 1)];
    },
  };
}
