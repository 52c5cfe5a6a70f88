import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import type { GradedClaim } from "../../../src/derive/claims/gradedClaim.js";
import type { ClaimText } from "../../../src/derive/claims/readClaims.js";
import { isDisagreement } from "../../../src/derive/disagreement.js";
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
  const graded = ({ lhs, rhs, relation = "=", assumptions }: Claim) =>
    grade({ id: "case", lhs, rhs, relation, assumptions } as ClaimText);
  const random = seeded(seed);
  const tally: Tally = {
    fragment: fragment.name,
    claims: 0,
    proved: 0,
    unknownTrue: 0,
    slips: 0,
    refuted: 0,
    unknownFalse: 0,
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
    if (truth.held === 0) continue; // evaluation could not confirm it
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
    if (!slip) continue;
    const against = graded(slip);
    if (isDisagreement(against.reason)) fault(slip, "one opinion", described(against));
    tally.slips++;
    tally.slowest = Math.max(tally.slowest, against.ms);
    if (isProved(against))
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
    if (against.witness && failsAt(slip, against.witness.point) === false)
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

/** Shares that are asked of every fragment. */
export const least = { proved: 0.8, refuted: 0.95 };

/** What is no fragment with a procedure of its own; there only a wrong verdict counts, and that something is decided. */
const below: Record<string, Partial<typeof least>> = {
  "everything mixed": { proved: 0.7, refuted: 0.8 },
  // A bounded name alone grows nowhere, so that nothing is said of it.
  "orders of bounded names": { refuted: 0.3 },
};

/** In what a fragment stays below what is asked of it. */
export function shortfalls({ fragment, claims, proved, slips, refuted }: Tally): string[] {
  const asked = { ...least, ...below[fragment] };
  const short = (what: string, part: number, whole: number, share: number) =>
    part < share * whole
      ? [`${fragment}: ${part} of ${whole} ${what}, at least ${share} expected`]
      : [];
  return [
    ...short("proved", proved, claims, asked.proved),
    ...short("refuted", refuted, slips, asked.refuted),
  ];
}

export const faultText = ({ claim, expected, got }: Fault): string =>
  `${JSON.stringify(claim)}: expected ${expected}, got ${got}`;

function described({ grade, reason, witness, conditions }: GradedClaim): string {
  const open = conditions.filter(({ metBy }) => metBy === undefined).map(({ text }) => text);
  const evidence = witness ? JSON.stringify(witness) : (reason ?? open.join(", "));
  return `${grade}${evidence ? `: ${evidence}` : ""}`;
}

/** One line of the table that is printed. */
export function line({
  fragment,
  claims,
  proved,
  unknownTrue,
  slips,
  refuted,
  unknownFalse,
  faults,
  slowest,
}: Tally): string {
  const share = (part: number, whole: number) =>
    `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`.padStart(8);
  return [
    fragment.padEnd(26),
    share(proved, claims),
    "proved,",
    `${unknownTrue} unknown`.padEnd(11),
    share(refuted, slips),
    "refuted,",
    `${unknownFalse} unknown`.padEnd(11),
    `${faults.length} wrong,`,
    `slowest ${slowest.toFixed(0)} ms`,
  ].join(" ");
}
