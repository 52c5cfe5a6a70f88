import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import type { GradedClaim } from "../../../src/derive/claims/gradedClaim.js";
import type { ClaimText } from "../../../src/derive/claims/readClaims.js";
import { isDisagreement } from "../../../src/derive/tree/disagreement.js";
import { random as seeded } from "../../../src/index.js";
import { type Claim, failsAt } from "../oracle/truth.js";
import { fragments, nextPair } from "./cases.js";
import type { Fragment } from "./fragments/fragment.js";
import { vanishesModuloPrimes } from "./primes.js";

/** What the engine said of one fragment's claims. */
export interface Tally {
  fragment: string;
  claims: number;
  proved: number;
  unknownTrue: number;
  slips: number;
  refuted: number;
  unknownFalse: number;
  /** Claims that the tests' own evaluation could not confirm, which are passed over, and those without a slip. */
  unconfirmed: number;
  withoutSlip: number;
  /** Verdicts that are wrong, and what else must not be. */
  faults: Fault[];
  /** Claims that stayed undecided. */
  open: Fault[];
  slowest: number;
}

export interface Fault {
  claim: Claim;
  expected: string;
  got: string;
}

/** Grades `count` true claims of a fragment and a slip of each. */
export function measure(
  fragment: Fragment,
  count: number,
  seed: number,
  grade: (claim: ClaimText) => GradedClaim = engine,
): Tally {
  const graded = (claim: Claim): GradedClaim => {
    if (fragment.grade) return fragment.grade(claim);
    const { lhs, rhs, relation = "=", assumptions } = claim;
    return grade({ id: "case", lhs, rhs, relation, assumptions } as ClaimText);
  };
  const random = seeded(seed);
  const tally: Tally = {
    fragment: fragment.name,
    claims: 0,
    proved: 0,
    unknownTrue: 0,
    slips: 0,
    refuted: 0,
    unknownFalse: 0,
    unconfirmed: 0,
    withoutSlip: 0,
    faults: [],
    open: [],
    slowest: 0,
  };
  const fault = (claim: Claim, expected: string, got: string) =>
    tally.faults.push({ claim, expected, got });
  for (let i = 0; i < count; i++) {
    const { holds, truth, slip, slipTruth } = nextPair(fragment, random);
    if (truth.fails !== undefined) {
      throw new Error(
        `${fragment.name}: the generator's claim fails at ${truth.fails}: ${JSON.stringify(holds)}`,
      );
    }
    if (truth.held === 0) {
      tally.unconfirmed++;
      continue;
    }
    const verdict = graded(holds);
    if (isDisagreement(verdict.reason)) fault(holds, "one opinion", described(verdict));
    tally.claims++;
    tally.slowest = Math.max(tally.slowest, verdict.ms);
    if (verdict.grade === "refuted") fault(holds, "true", described(verdict));
    else if (isProved(verdict)) tally.proved++;
    else {
      tally.unknownTrue++;
      tally.open.push({ claim: holds, expected: "true", got: described(verdict) });
    }
    if (verdict.grade === "proved" && truth.gap !== undefined)
      fault(holds, `proved-if: undefined at ${truth.gap}`, "proved");
    if (fragment.rational && isProved(verdict) && !vanishesModuloPrimes(holds, random))
      fault(holds, "not zero modulo primes", "proved");
    if (!slip) {
      tally.withoutSlip++;
      continue;
    }
    const against = graded(slip);
    if (isDisagreement(against.reason)) fault(slip, "one opinion", described(against));
    tally.slips++;
    tally.slowest = Math.max(tally.slowest, against.ms);
    if (isProved(against) || against.grade === "tested")
      fault(slip, `false at ${slipTruth?.fails} (${slip.slip})`, described(against));
    else if (against.grade === "refuted") tally.refuted++;
    else {
      tally.unknownFalse++;
      tally.open.push({
        claim: slip,
        expected: `false at ${slipTruth?.fails} (${slip.slip})`,
        got: described(against),
      });
    }
    // The witness of a derivation's step is one against other texts than the claim's.
    const witness = fragment.grade ? undefined : against.witness;
    if (witness && failsAt(slip, witness.point) === false)
      fault(slip, "a witness at which it fails", described(against));
  }
  return tally;
}

/** Every fragment, with the cases shared out among them. */
export function measureAll(
  cases: number,
  seed: number,
  each: (tally: Tally) => void = () => {},
): Tally[] {
  const count = Math.ceil(cases / 2 / fragments.length);
  return fragments.map((fragment, i) => {
    const tally = measure(fragment, count, seed + i);
    each(tally);
    return tally;
  });
}

const isProved = ({ grade }: GradedClaim): boolean => grade === "proved" || grade === "proved-if";

const engine = (claim: ClaimText): GradedClaim => gradeClaim(claim, () => performance.now());

/** The share of claims and slips that may stay undecided. */
export const mostUndecided = 0.02;

/** What the engine has no procedure for, so that more stays undecided there; a wrong verdict counts as anywhere. */
const more: Record<string, number> = {
  "everything mixed": 0.05,
  // A bounded name alone grows nowhere, so that nothing is said of it.
  "orders of bounded names": 0.35,
  "steps in LaTeX": 0.05,
  // That a derivative or an integral has no value refutes nothing.
  "derivatives at places": 0.15,
  integrals: 0.1,
  "joined statements": 0.1,
  // A slip in a differentiated premise is refuted at places of the curve that are fractions, which few curves have.
  "declared quantities": 0.1,
  // A true inequality between functions of several kinds is tested: no derivative is studied.
  "inequalities that nearly hold": 0.25,
  "inequalities that fail at bounds and far away": 0.1,
  "equations that mostly hold": 0.25,
  "claims in two names that nearly hold": 0.2,
  "bounds near minima": 0.5,
  // That sides are equal at a place that is no fraction refutes nothing, but they are not said to differ.
  "valleys that bend": 0.5,
  // What holds a little above its bound is tested; where phases meet far out, a failure may be told and not found.
  "waves without a common period": 0.5,
  "narrow spikes": 0.5,
  // That a claim seems to fail at a place that is no fraction refutes nothing, and what holds there is tested.
  "jumps at what is no fraction": 0.85,
  // Whether integers solve an equation is not told, nor is it tested that none do.
  "equations between integers": 0.55,
  // A function named as an operation has no value at points; a T that may transpose is refused, as is a bound by induction.
  "expressions that look alike": 0.15,
  "a T in exponents": 0.3,
  "bounds of sequences": 0.55,
  // A failure needs a point that every statement of a premise admits, which few of the tried ones are.
  "premises of several statements": 0.1,
  // A circle of a large radius is met at none of the points that are tried.
  "equations among the assumptions": 0.1,
  // What a condition would exclude is refused, which is all that is asked.
  "conditions that exclude the claim": 0.5,
  "conditions that meet": 0.5,
  // A floor below a constant is tested; a place that is no fraction is no witness.
  "constants in claims and assumptions": 0.25,
  // Nothing is refuted of what is no number.
  "declared names": 0.55,
  // An inequality between cube roots is no equation.
  "equations between cube roots": 0.15,
};

/** In what a fragment stays below what is asked of it; one claim more may be undecided, for a small count. */
export function shortfalls({ fragment, claims, slips, open }: Tally): string[] {
  const [cases, share] = [claims + slips, more[fragment] ?? mostUndecided];
  if (open.length <= 1 + share * cases) return [];
  return [`${fragment}: ${open.length} of ${cases} undecided, at most ${100 * share} % expected`];
}

export const faultText = ({ claim, expected, got }: Fault): string =>
  `${JSON.stringify(claim)}: expected ${expected}, got ${got}`;

function described({ grade, reason, witness, conditions }: GradedClaim): string {
  const open = conditions.filter(({ metBy }) => metBy === undefined).map(({ text }) => text);
  const evidence = witness ? JSON.stringify(witness) : (reason ?? open.join(", "));
  return `${grade}${evidence ? `: ${evidence}` : ""}`;
}

/** One line of the table that is printed. */
export function line(tally: Tally): string {
  const { fragment, claims, proved, slips, refuted, open, faults, slowest } = tally;
  const share = (part: number, whole: number) =>
    `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`.padStart(8);
  const { unconfirmed, withoutSlip } = tally;
  return [
    fragment.padEnd(26),
    share(proved, claims),
    "proved,",
    share(refuted, slips),
    "refuted,",
    share(open.length, claims + slips),
    `of ${claims + slips} undecided,`,
    `${faults.length} wrong,`,
    `slowest ${slowest.toFixed(0)} ms`,
    ...(unconfirmed ? [`(${unconfirmed} that evaluation could not confirm)`] : []),
    ...(withoutSlip ? [`(${withoutSlip} without a slip that evaluation could show)`] : []),
  ].join(" ");
}
