import type { Random } from "../../../../src/index.js";
import type { Claim } from "../../oracle/truth.js";
import { pick } from "../rewrite.js";
import { graded } from "./derivations.js";
import { templates } from "./fragment.js";

interface Sequence extends Claim {
  first: string;
  next: string;
  /** Its closed form, from which a bound follows; without it the bound itself is to be shown by induction. */
  closed?: string;
}

/** Bounds of sequences: by their closed form, or, where they are false, by an induction that shows no equation. */
export const boundedSequences = templates(
  "bounds of sequences",
  (random: Random) => {
    const [first, d] = [random.integer(1, 6), random.integer(1, 9)];
    const [next, closed] = pick(
      [
        [`r + ${d}`, `${first} + ${d}*n`],
        ["2*r", `${first}*2^n`],
        ["r/2", `${first}/2^n`],
        ["r + k", `${first} + k*n`],
      ] as [string, string][],
      random,
    );
    const assumptions = ["n integer >= 0", "k > 0"];
    const relation = pick(["<", "<="], random);
    const own = { lhs: "r(n)", relation, assumptions, first: `${first}`, next };
    const holds: Sequence = { ...own, rhs: `${closed} + 1`, closed };
    const rhs = pick([`${closed} - 1/10^6`, `${closed}*(1 - 1/(n + 9))`, `${first} - n/3`], random);
    return { holds, slips: [{ ...own, rhs, slip: "coefficient" as const }] };
  },
  {
    certain: true,
    grade: (claim) =>
      graded(claim, (one) => {
        const { first, next, lhs, rhs, relation, closed } = claim as Sequence;
        const from = one.recurrence("r", first, next).from(lhs);
        const by = { induction: "n" };
        const start = closed ? from.equals(closed, "", by) : from;
        const options = closed ? {} : by;
        return relation === "<" ? start.lessThan(rhs, "", options) : start.atMost(rhs, "", options);
      }),
  },
);
