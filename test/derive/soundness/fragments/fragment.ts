import type { Random } from "../../../../src/index.js";
import type { GradedClaim } from "../../../../src/derive/claims/gradedClaim.js";
import type { Claim } from "../../oracle/truth.js";
import type { Term } from "../../oracle/term.js";
import { writeTerm } from "../../oracle/writeTerm.js";
import { mutate, type Slip } from "../mutate.js";
import { pick } from "../rewrite.js";

/** A claim with one slip planted. */
export interface Planted extends Claim {
  slip: Slip;
  /** Where it fails, or has a value on one side alone, if chance does not find that place; evaluation looks there. */
  at?: Record<string, string>;
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
  /** How its claims are graded, where they are none of a claims file: by the step of a derivation. */
  grade?(claim: Claim): GradedClaim;
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
  options: Pick<Fragment, "certain" | "grade"> = {},
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

/** A true claim, what in it makes it false by construction, and what is assumed. */
export interface Row {
  lhs: string;
  rhs: string;
  /** Another right side, or other parts of the claim. */
  wrong: string | Partial<Claim>;
  relation?: string;
  assumptions?: string[];
  /** Where the wrong one fails. */
  at?: Record<string, string>;
}

/** A fragment of rows, each true and false by construction, or where `certain` is false by evaluation. */
export function rows(
  title: string,
  make: (random: Random) => Row[],
  options: Pick<Fragment, "certain" | "grade"> = {},
): Fragment {
  return templates(
    title,
    (random) => {
      const { wrong, at, assumptions = [], ...sides } = pick(make(random), random);
      const holds: Claim = { ...sides, assumptions };
      const change = typeof wrong === "string" ? { rhs: wrong } : wrong;
      return { holds, slips: [{ ...holds, ...change, slip: "coefficient", at }] };
    },
    { certain: true, ...options },
  );
}
