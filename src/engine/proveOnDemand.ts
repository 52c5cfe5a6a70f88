import { verdictBy } from "../derive/claims/verdictOf.js";
import { deciding } from "../derive/opinion/deciding.js";
import { Absent } from "../derive/tree/absent.js";
import { type Claim, handedOut, partsOf, type ProveOptions, type Verdict } from "./claim.js";

/** A procedure that is loaded when it is first asked: that ends the grading, which begins anew when it is there. */
function loadedLater<Args extends unknown[], T>(
  load: () => Promise<(...args: Args) => T>,
): (...args: Args) => T {
  let procedure: ((...args: Args) => T) | undefined;
  return (...args) => {
    if (procedure) return procedure(...args);
    throw new Absent(async () => {
      procedure = await load();
    });
  };
}

const procedures = {
  decide: deciding({
    decideDependent: loadedLater(
      async () => (await import("../derive/dependence/decideDependent.js")).decideDependent,
    ),
    linked: loadedLater(async () => (await import("../derive/dependence/linked/linked.js")).linked),
    inFull: loadedLater(async () => (await import("../derive/dependence/inFull.js")).inFull),
  }),
  writtenOut: loadedLater(async () => (await import("../derive/claims/writtenOut.js")).writtenOut),
};

/**
 * Grades a claim with the evidence for its grade, as `rederive prove` does. What only some claims need, those with
 * derivatives, integrals or lists, is loaded by the first of them.
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
      return handedOut(parts, verdictBy(procedures, parts));
    } catch (error) {
      if (!(error instanceof Absent)) throw error;
      await error.load();
    }
  }
}
