import type { Assumptions } from "./assumptions.js";
import { together } from "./combine.js";
import { type Claim, decide, type Verdict } from "./decide.js";
import { abstractFunctions, tried, trials } from "./trials.js";
import { entriesOf, isList, placesOf, shapeOf, shapeText } from "./tensor/list.js";

/** Grades a claim; one about lists holds if their sizes agree and it holds, as `decideOne` says, for every entry. */
export function decideEntries(claim: Claim, decideOne: (entry: Claim) => Verdict): Verdict {
  const { left, right } = claim;
  if (!isList(left) && !isList(right)) return decideOne(claim);
  const [one, two] = [shapeOf(left), shapeOf(right)];
  if (one.join() !== two.join()) {
    return {
      grade: "refuted",
      conditions: [],
      method: "the two sides differ in size",
      witness: { point: {}, lhs: sizeWords(one), rhs: sizeWords(two) },
    };
  }
  const [a, b] = [entriesOf(left), entriesOf(right)];
  const verdicts = placesOf(one).map((place, i) => ({
    name: `entry ${place.join(", ")}`,
    verdict: decideOne({ ...claim, left: a[i], right: b[i] }),
  }));
  const [{ verdict }] = verdicts;
  const methods = new Set(verdicts.map((own) => own.verdict.method));
  const all = a.length === 1 ? "the only entry" : `all ${a.length} entries`;
  return together(
    verdicts,
    methods.size === 1 ? `${all}: ${verdict.method}` : `${all}, one by one`,
  );
}

const sizeWords = (shape: number[]): string =>
  shape.length ? `size ${shapeText(shape)}` : shapeText(shape);

/**
 * Grades a claim that, if it is about unknown functions, must hold for every function, so that one that fails for simple
 * ones is refuted.
 *
 * @param defined names of functions that are defined, though their value may not be inserted
 */
export function decideForAll(
  claim: Claim,
  assumptions: Assumptions,
  defined: ReadonlySet<string>,
): Verdict {
  const verdict = decide(claim, assumptions);
  if (verdict.grade !== "unknown") return verdict;
  const functions = abstractFunctions([claim.left, claim.right], assumptions);
  for (const name of defined) functions.delete(name);
  if (functions.size === 0) return verdict;
  for (const trial of trials) {
    const [left, right] = [claim.left, claim.right].map((side) => tried(side, functions, trial));
    const found = decide({ ...claim, left, right }, assumptions);
    if (found.grade !== "refuted") continue;
    return {
      ...found,
      method: `with ${[...functions].join(", ")} ${trial.words}: ${found.method}`,
    };
  }
  return verdict;
}
