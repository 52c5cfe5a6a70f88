import { Rational } from "../../num/index.js";
import type { Assumptions } from "../assumptions.js";
import { constantValue } from "../constants.js";
import { isNoAnswer } from "../errors.js";
import type { Expr } from "../expression.js";
import { subtractForms } from "../form/addition.js";
import { asRational } from "../form/form.js";
import { normalForm } from "../form/normalForm.js";
import { freeNames } from "../names.js";
import { checkedProof, judged } from "./equality.js";
import { allConditions, prepare } from "./prepare.js";
import { type Holds, search } from "./search.js";
import type { Claim, Verdict } from "./verdict.js";

/** Digits after the point that a text prints last: 4 for `0.0292`, 5 for `2.92e-3`, 0 for `3`. */
export function printedPlaces(text: string): number {
  const match = /(?:\d*\.)?(\d*)(?:[eE]([+-]?\d+))?\s*$/.exec(text);
  const decimals = /\.\d*(?:[eE][+-]?\d+)?\s*$/.test(text) ? (match?.[1].length ?? 0) : 0;
  return Math.max(0, decimals - Number(match?.[2] ?? 0));
}

/** Places that a number needs when none are given. */
function ownPlaces(expr: Expr): number {
  const value = constantValue(expr);
  for (let places = 0; value && places < 60; places++) {
    if ((value.num * 10n ** BigInt(places)) % value.den === 0n) return places;
  }
  return 0;
}

const constants = new Set(["pi", "e"]);
const openNames = (left: Expr, right: Expr): string[] =>
  [...freeNames(left), ...freeNames(right)].filter((name) => !constants.has(name));

/** Grades `x ≈ 0.0292`: x is within half a unit of the last printed place, by exact or enclosed values. */
export function decideRounding(claim: Claim, assumptions: Assumptions): Verdict {
  const { left, right } = claim;
  const places = claim.places ?? ownPlaces(right);
  const half = Rational.of(1n, 2n * 10n ** BigInt(places));
  const close: Holds = (a, b, math) => {
    const gap = math.abs(math.add(a, math.neg(b)));
    const sign = math.sign(math.add(half, math.neg(gap)));
    return sign === undefined ? undefined : sign >= 0;
  };
  const prepared = prepare([left, right], assumptions);
  const conditions = allConditions(prepared);
  const ordinal =
    places === 1 ? "1st" : places === 2 ? "2nd" : places === 3 ? "3rd" : `${places}th`;
  const method =
    places === 0
      ? "value within half a unit"
      : `value within half a unit of the ${ordinal} decimal place`;
  const sides: [Expr, Expr] = [left, right];
  if (openNames(left, right).length > 0) {
    try {
      const { ring } = prepared.ctx;
      const gap = asRational(
        subtractForms(ring, normalForm(prepared.ctx, left), normalForm(prepared.ctx, right)),
      );
      if (gap && gap.abs().compare(half) <= 0) {
        return checkedProof(sides, assumptions, allConditions(prepared), `exact ${method}`);
      }
    } catch (error) {
      if (!isNoAnswer(error)) throw error;
    }
    return judged(
      search(left, right, assumptions, close),
      conditions,
      "the left side has no one value",
    );
  }
  const found = search(left, right, assumptions, close);
  const { exact, enclosed, near } = found.agreed;
  if (found.witness || exact + enclosed + near === 0 || !found.admissible) {
    return judged(found, conditions, "the left side has no value");
  }
  if (near) return judged(found, conditions, "the value is too near to half a unit");
  return checkedProof(
    sides,
    assumptions,
    conditions,
    `${enclosed ? "enclosed" : "exact"} ${method}`,
  );
}
