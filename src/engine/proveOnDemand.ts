import { handedOut } from "../derive/decide/conditions/verdict.js";
import { verdictBy } from "../derive/claims/verdictOf.js";
import { deciding } from "../derive/opinion/deciding.js";
import { Absent } from "../derive/tree/absent.js";
import { type Claim, partsOf, type ProveOptions, type Verdict } from "./claim.js";

type Further = typeof import("./further.js");
let further: Further | undefined;

const load = async (): Promise<void> => {
  further = await import("./further.js");
  further.provideAll();
};

/** Asks for a procedure that some claims need. Where it is not there the grading ends, and begins anew when it is. */
const later = <Name extends keyof Further>(name: Name): Further[Name] =>
  ((...args: unknown[]) => {
    if (!further) throw new Absent();
    return (further[name] as (...all: unknown[]) => unknown)(...args);
  }) as unknown as Further[Name];

const procedures = {
  decide: deciding({
    decideDependent: later("decideDependent"),
    linked: later("linked"),
    inFull: later("inFull"),
    decideImplication: later("decideImplication"),
    decideOrder: later("decideOrder"),
    showInequality: later("showInequality"),
    showFollowing: later("showFollowing"),
    withExcluded: later("withExcluded"),
  }),
  writtenOut: later("writtenOut"),
  decideArrays: later("decideArrays"),
  decideCases: later("decideCases"),
  decideComplex: later("decideComplex"),
  decideMeans: later("decideMeans"),
  decideAsymptotics: later("decideAsymptotics"),
  readRandom: later("readRandom"),
};

/**
 * Grades a claim with the evidence for its grade, as `rederive prove` does. What only some claims need, those
 * about derivatives, integrals, lists, statements or growth, is loaded by the first of them.
 *
 *     (await prove("(a + b)^2 = a^2 + 2*a*b + b^2")).grade              // "proved"
 *     (await prove("sqrt(x^2) = x")).witness                            // { point: { x: "-1" }, lhs: "1", rhs: "-1" }
 *     (await prove("sqrt(x^2) = x", { assumptions: ["x > 0"] })).grade  // "proved"
 *
 * @param claim a text with one relation among = != < <= > >= ≈ <=> => and `= O(…)`, or its parts
 * @throws DerivationError for a text that cannot be read: what is wrong, and where
 * @throws TypeError for anything that is no claim
 */
export async function prove(claim: string | Claim, options: ProveOptions = {}): Promise<Verdict> {
  const parts = partsOf(claim, options);
  for (;;) {
    try {
      return { claim: parts, ...handedOut(verdictBy(procedures, parts)) };
    } catch (error) {
      if (!(error instanceof Absent) || further) throw error;
      await load();
    }
  }
}
