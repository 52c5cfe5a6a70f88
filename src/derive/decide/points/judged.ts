import { type Expr, parts } from "../../tree/expression.js";
import type { RuleId } from "../../../record/types.js";
import type { Search } from "./search.js";
import {
  placeWords,
  proof,
  refutation,
  type StatedCondition,
  unknown,
  type Verdict,
} from "../conditions/verdict.js";

/** Entries of a point that its line shows: a reader needs the first, and the count of the rest. */
const mostShown = 6;
/** Points, each of which could have refuted a claim, that it takes to call it tested. */
const fewest = 8;

/** What is known beside the values. */
interface Beside {
  /** Whether the sides are made of functions alone, whose values are what they are by definition. */
  plain?: boolean;
  /** The rules by which a proof was tried. */
  tried: readonly RuleId[];
}

/** The verdict that values at points give. */
export function judged(
  found: Search,
  conditions: StatedCondition[],
  reason: string,
  { plain = false, tried }: Beside,
): Verdict {
  const rules = [...tried, ...found.rules];
  if (found.witness) {
    const method = "values of both sides at one point";
    return refutation(found.rules, found.witness, conditions, method);
  }
  if (!found.admissible) {
    return unknown(rules, "no point was found that satisfies the assumptions", conditions);
  }
  if (found.doubt) return unknown(rules, found.doubt, conditions);
  const { exact, enclosed, near, first } = found.agreed;
  const count = exact + enclosed + near;
  if (found.undecided) {
    const digits = `to ${digitsOf(found)} digits`;
    return unknown(
      rules,
      `${reason}; the sides are not told apart ${digits} at some point`,
      conditions,
    );
  }
  if (count === 0) {
    if (found.failure === undefined) return undefinedSides(found, conditions, tried);
    return unknown(rules, `${reason}; no values were found: ${found.failure}`, conditions);
  }
  const points = `${count} ${count === 1 ? "point" : "points"}`;
  if (found.whole !== undefined && count === found.whole) {
    const one = count === 1 ? "one point" : `${count} points, which are all`;
    if (near) return tested(`${reason}; ${one}, to ${digitsOf(found)} digits`);
    if (!plain) return tested(`${reason}; ${one}`);
    // What the claim demands holds where its sides have values.
    const met = conditions.filter(({ metBy }) => metBy !== undefined);
    return proof(
      ["finite-domain"],
      met,
      count === 1 ? "values of both sides" : `values of both sides at ${one}`,
    );
  }
  if (count < fewest) {
    return unknown(
      rules,
      `${reason}; the sides agree at ${points}, and fewer than ${fewest} say little`,
      conditions,
    );
  }
  // Where an integral has a closed form and where it has none are different places: those that tell are no fair choice.
  if (found.failures >= count) {
    return unknown(
      rules,
      `${reason}; no values were found at ${found.failures} points, and the sides agree at ${count}: ${found.failure}`,
      conditions,
    );
  }
  if (found.diverging && !conditions.some(excusesDivergence)) {
    const where = placeWords(found.diverging);
    return unknown(
      rules,
      `${reason}; an integral does not converge at ${where.join(", ")}: assume what excludes that`,
      conditions,
    );
  }
  const place = placeWords(first!);
  const more = place.length > mostShown ? ` and ${place.length - mostShown} more` : "";
  const at = place.length ? `, the first ${place.slice(0, mostShown).join(", ")}${more}` : "";
  const width = near
    ? `; ${near} of them to ${digitsOf(found)} digits`
    : enclosed
      ? ""
      : "; exactly";
  return tested(`${reason}; the sides agree at ${points}${at}${width}`);

  function tested(why: string): Verdict {
    const method = "values of both sides at points";
    return { grade: "tested", conditions, method, rules, reason: why };
  }
}

/** Whether an open condition is about a range, as that of an integral over which its integrand must have values. */
const excusesDivergence = ({ metBy, demand }: StatedCondition): boolean =>
  metBy === undefined &&
  (demand === "convergence" || (typeof demand === "object" && demand.scopes.length > 0));

/** Decimal digits to which sides are alike that were not told apart. */
const digitsOf = ({ bits = 0 }: Search): number => Math.floor(bits * Math.LOG10E * Math.LN2);

/** What is said where no point that was tried gives both sides a value. */
export function undefinedSides(
  { lopsided, rules }: Search,
  conditions: StatedCondition[],
  tried: readonly RuleId[],
): Verdict {
  if (lopsided) {
    const method = "one side is defined and the other is not, at every point tried";
    return refutation(["counterexample-without-value", ...rules], lopsided, conditions, method);
  }
  return unknown([...tried, ...rules], "neither side is defined at any point tried", conditions);
}

const constructs = new Set(["D", "integrate", "at"]);

/** Whether an expression is made of functions, sums and products alone. */
export const isPlain = (expr: Expr): boolean =>
  expr.kind !== "event" &&
  !(expr.kind === "call" && constructs.has(expr.name)) &&
  parts(expr).every(isPlain);
