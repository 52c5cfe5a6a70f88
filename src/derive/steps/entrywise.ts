import type { Assumptions } from "../assumptions/assumptions.js";
import { together } from "./combine.js";
import { besideEquations } from "../decide/equations.js";
import { jointly } from "../decide/open/jointly.js";
import { type Claim, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { entriesOf, isList, placesOf, shapeOf, shapeText } from "../tensor/list.js";

/**
 * Grades a claim; one about lists holds if their sizes agree and it holds, as `decideOne` says under the assumptions, for
 * every entry, all conditions together.
 */
export function decideEntries(
  claim: Claim,
  assumptions: Assumptions,
  decideOne: (entry: Claim) => Verdict,
): Verdict {
  const { left, right, relation } = claim;
  if (!isList(left) && !isList(right)) return decideOne(claim);
  const [one, two] = [shapeOf(left), shapeOf(right)];
  if (one.join() !== two.join()) {
    if (relation !== "=" || mayBeAlike(one, two))
      return unknown(["entry-by-entry"], sizesApart(one, two));
    return {
      grade: "refuted",
      conditions: [],
      rules: ["size-of-lists"],
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
  const method = methods.size === 1 ? `${all}: ${verdict.method}` : `${all}, one by one`;
  const joint = jointly(together(verdicts, method, "entry-by-entry"), assumptions);
  return a.length === 1 ? joint : besideEquations(joint, assumptions, decideOne);
}

/** A number beside a list may stand for one of its size, and a row for a vector: such a claim has no one meaning. */
function mayBeAlike(one: number[], two: number[]): boolean {
  const count = (shape: number[]) => shape.reduce((product, length) => product * length, 1);
  const single = one.length === 0 || two.length === 0;
  return single || (one.length !== two.length && count(one) === count(two));
}

const sizesApart = (left: number[], right: number[]): string =>
  `the left side is ${sideWords(left)} and the right side ${sideWords(right)}: lists are compared entry by entry, write both with one size`;

const sideWords = (shape: number[]): string =>
  shape.length ? `a list of size ${shapeText(shape)}` : shapeText(shape);

const sizeWords = (shape: number[]): string =>
  shape.length ? `size ${shapeText(shape)}` : shapeText(shape);
