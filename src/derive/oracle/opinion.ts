import { admissible, meets } from "./points/admit.js";
import type { Claimed, Disagreement, Fact, Need } from "./claim/claim.js";
import { doubles } from "./numbers/doubles.js";
import type { Budget } from "./evaluate/evaluate.js";
import { longNumbers } from "./numbers/long.js";
import { orderFails } from "./points/order.js";
import { fractionText } from "./numbers/fraction.js";
import type { Point } from "./claim/point.js";
import { Domain } from "./points/points.js";
import { premises } from "./points/premises.js";
import { holdsIntegral } from "./claim/tree.js";
import { type Truth, truthAt } from "./points/truth.js";

/** Points that judge a claim, and rounds to find them: a wrong proof fails at most points, or on a set that premises name. */
const enough = 8;
const mostRounds = 28;
/** Rounds and steps for points where a claim could fail, which need not exist. */
const fewRounds = 6;
/** What a look at one claim may cost, in operations on doubles. */
const cheap = 60_000;
/** An integral costs more, and where doubles have no bound for it, long numbers have none either. */
const cheapWithIntegrals = 500_000;
const dear = 6_000_000;

/** Doubles only look: six digits. Long numbers agree to all but the digits that an evaluation may lose. */
const look = { near: 1e-6, exactly: false };
const finer = [
  { field: longNumbers(192), judging: { near: 1e-40, exactly: true } },
  { field: longNumbers(1100), judging: { near: 1e-300, exactly: false } },
];

/**
 * Looks for a point at which a claim that was proved fails, or at which one side has a value and the other none: points
 * that are admissible and meet every open condition. Doubles look, and long numbers confirm. The tests have another
 * evaluator, test/derive/oracle, since this one is itself among what they judge.
 */
export function contradiction(claim: Claimed): Disagreement | undefined {
  const needs = claim.needs.filter((need): need is Need => need !== undefined);
  if (needs.length < claim.needs.length) return undefined;
  if (claim.relation === "O") return orderFails(claim);
  const fine = { steps: dear };
  const integrals = holdsIntegral(claim.left) || holdsIntegral(claim.right);
  const most = integrals ? cheapWithIntegrals : cheap;
  for (const extra of premises(claim)) {
    const budget = { steps: extra.length ? most / 3 : most };
    const rounds = extra.length ? fewRounds : mostRounds;
    const facts: Fact[] = [...claim.facts, ...extra];
    const domain = new Domain([claim.left, claim.right], facts, needs);
    let found = 0;
    for (let round = 0; round < rounds && found < enough && budget.steps > 0; round++) {
      if (domain.constant && round > 0) break;
      const point = admissible(domain, round, budget);
      if (!point || !needs.every((need) => meets(need, point))) continue;
      const truth = judged(claim, point, { budget, fine, integrals });
      if (truth !== undefined) found++;
      if (truth === "fails" || truth === "no value") return { point: placeOf(point), found: truth };
    }
  }
  return undefined;
}

/** The truth of a claim at a point; what doubles say against it counts once long numbers say it too. */
function judged(
  claim: Claimed,
  point: Point,
  { budget, fine, integrals }: { budget: Budget; fine: Budget; integrals: boolean },
): Truth {
  const found = truthAt(claim, point, doubles, budget, look);
  if (found === "holds" || (found === undefined && integrals)) return found;
  for (const { field, judging } of finer) {
    const found = truthAt(claim, point, field, fine, judging);
    if (found !== undefined) return found;
  }
  return undefined;
}

const placeOf = ({ values }: Point): Record<string, string> =>
  Object.fromEntries(
    [...values]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, fractionText(value)]),
  );
