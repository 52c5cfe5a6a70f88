import { Rational } from "../../num/index.js";
import type { Assumptions } from "../assumptions/assumptions.js";
import { DerivationError, isNoAnswer } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { subtractForms } from "../form/ring/addition.js";
import { asRational } from "../form/ring/form.js";
import { normalForm } from "../form/normalForm.js";
import { constantNames, freeNames } from "../tree/names.js";
import { checkedProof } from "./equality.js";
import { judged } from "./points/judged.js";
import { allConditions, appliedRules, prepare } from "./conditions/prepare.js";
import { type Holds, search } from "./points/search.js";
import type { Claim, Verdict } from "./conditions/verdict.js";

const openNames = (left: Expr, right: Expr): string[] =>
  [...freeNames(left), ...freeNames(right)].filter((name) => !constantNames.has(name));

/**
 * Grades `x ≈ 0.0292`: x is within half a unit of the last printed digit, by exact or enclosed values.
 *
 * @throws DerivationError without the unit, since a value alone does not tell which digits were printed
 */
export function decideRounding({ left, right, unit }: Claim, assumptions: Assumptions): Verdict {
  if (!unit) throw new DerivationError("≈ needs the unit of the last digit that is printed");
  const half = unit.div(Rational.of(2n));
  const close: Holds = (a, b, math) => {
    const gap = math.abs(math.add(a, math.neg(b)));
    const sign = math.sign(math.add(half, math.neg(gap)));
    return sign === undefined ? undefined : sign >= 0;
  };
  const prepared = prepare([left, right], assumptions);
  const conditions = allConditions(prepared);
  const method = `value within half a unit${placeWords(unit)}`;
  const sides: [Expr, Expr] = [left, right];
  const by = { tried: ["rounding-interval", ...appliedRules(prepared)] as const };
  if (openNames(left, right).length > 0) {
    try {
      const { ring } = prepared.ctx;
      const gap = asRational(
        subtractForms(ring, normalForm(prepared.ctx, left), normalForm(prepared.ctx, right)),
      );
      if (gap && gap.abs().compare(half) <= 0) {
        return checkedProof(sides, assumptions, {
          rules: ["rounding-interval", "normal-form", ...appliedRules(prepared)],
          conditions: allConditions(prepared),
          method: `exact ${method}`,
        });
      }
    } catch (error) {
      if (!isNoAnswer(error)) throw error;
    }
    return judged(
      search(left, right, assumptions, close),
      conditions,
      "the left side has no one value",
      by,
    );
  }
  const found = search(left, right, assumptions, close);
  const { exact, enclosed, near } = found.agreed;
  if (found.witness || exact + enclosed + near === 0 || !found.admissible) {
    return judged(found, conditions, "the left side has no value", by);
  }
  if (near) return judged(found, conditions, "the value is too near to half a unit", by);
  return checkedProof(sides, assumptions, {
    rules: by.tried,
    conditions,
    method: `${enclosed ? "enclosed" : "exact"} ${method}`,
  });
}

/** Which digit the last printed one is. */
function placeWords(unit: Rational): string {
  const exponent = `${unit.num}`.length - `${unit.den}`.length;
  if (exponent >= 0) return exponent ? `, the last printed digit being worth 10^${exponent}` : "";
  const ordinal = ["1st", "2nd", "3rd"][-exponent - 1] ?? `${-exponent}th`;
  return ` of the ${ordinal} decimal place`;
}
