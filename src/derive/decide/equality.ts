import type { Assumptions } from "../assumptions/assumptions.js";
import { isNoAnswer, reasonOf } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { isZero } from "../form/ring/form.js";
import { normalForm } from "../form/normalForm.js";
import { pythagorean } from "../functions/circular.js";
import { zeroOverAngles } from "../functions/angles/angles.js";
import { freeNames } from "../tree/names.js";
import { byCases } from "./proofs/cases.js";
import { tryForm } from "../form/tryForm.js";
import { searchFurther } from "./points/further.js";
import { gapForm } from "./proofs/gapForm.js";
import { byConstantGap, byInduction } from "./proofs/later.js";
import { isPlain, judged, undefinedSides } from "./points/judged.js";
import { orWhereMet } from "./open/where.js";
import type { RuleId } from "../../record/types.js";
import { allConditions, appliedRules, prepare, type Prepared } from "./conditions/prepare.js";
import { byResidues } from "./proofs/residues.js";
import { type Holds, search, searchOpen } from "./points/search.js";
import { proof, type StatedCondition, unknown, type Verdict } from "./conditions/verdict.js";

/** Equal where exact, or where the enclosures are apart; undefined where these overlap. */
export const equal: Holds = (a, b, math) => {
  const sign = math.sign(math.add(a, math.neg(b)));
  return sign === undefined ? undefined : sign === 0;
};

/** Grades `left = right`: by the normal form of the difference, by cases of signs, or by values at points. */
export function decideEquality(left: Expr, right: Expr, assumptions: Assumptions): Verdict {
  const prepared = prepare([left, right], assumptions);
  const shown = shownEqual(prepared, left, right, assumptions);
  if ("method" in shown) {
    return checkedProof([left, right], assumptions, shown, {
      holds: equal,
      supposed: shown.conditions.length > prepared.conditions.length,
    });
  }
  const conditions = allConditions(prepared);
  const gap = gapForm([left, right], assumptions);
  const [sides, options] = [[left, right] as [Expr, Expr], { gap: gap?.expr }];
  const usual = searchOpen(left, right, assumptions, equal, options);
  const met = orWhereMet(usual, sides, assumptions, conditions, equal, options);
  const found = searchFurther(met, sides, assumptions, equal, options);
  const tried = ["normal-form", ...appliedRules(prepared)] as const;
  return judged(found, conditions, shown.reason, {
    plain: isPlain(left) && isPlain(right),
    tried,
  });
}

/** A proof before it is looked at by points. */
export interface Shown {
  method: string;
  conditions: StatedCondition[];
  rules: readonly RuleId[];
}

/** A proof that two expressions are equal, or why there is none. */
function shownEqual(
  prepared: Prepared,
  left: Expr,
  right: Expr,
  assumptions: Assumptions,
): Shown | { reason: string } {
  let reason = "the two sides have different normal forms";
  const zero = (ctx: Context): boolean => {
    try {
      const gap = subtractForms(ctx.ring, normalForm(ctx, left), normalForm(ctx, right));
      if (isZero(gap)) return true;
      if (isZero(pythagorean(ctx, gap))) {
        ctx.applied.add("pythagorean-identity");
        return true;
      }
      return zeroOverAngles(ctx, gap);
    } catch (error) {
      if (!isNoAnswer(error)) throw error;
      reason = reasonOf(error);
      return false;
    }
  };
  if (zero(prepared.ctx)) {
    const closed = freeNames(left).size === 0 && freeNames(right).size === 0;
    const exact = closed && prepared.ctx.ring.atoms.length === 0;
    return {
      conditions: allConditions(prepared),
      rules: [exact ? "exact-arithmetic" : "normal-form", ...appliedRules(prepared)],
      method: exact
        ? "exact arithmetic: both sides are the same fraction"
        : "both sides have the same normal form over the rationals",
    };
  }
  const plain = reason;
  const sides = [left, right];
  const cases = byCases(sides, assumptions, prepared, zero);
  if (cases) {
    const method = `the same normal form in ${cases.cases}`;
    return {
      conditions: cases.conditions,
      method,
      rules: ["case-split", "normal-form", ...cases.rules],
    };
  }
  const residues = byResidues(sides, assumptions, prepared.ctx, (ctx, [one, two]) => {
    const forms = [tryForm(ctx, one), tryForm(ctx, two)];
    return (
      forms.every((form) => form !== undefined) &&
      isZero(subtractForms(ctx.ring, forms[0]!, forms[1]!))
    );
  });
  const conditions = allConditions(prepared);
  const applied = appliedRules(prepared);
  if (residues) {
    const method = `the same normal form for each of ${residues} residues`;
    return { conditions, method, rules: ["residue-classes", "normal-form", ...applied] };
  }
  const induction = byInduction(left, right, assumptions, prepared);
  if (induction) {
    const { name, from } = induction;
    const method = `induction over ${name}, from ${name} = ${from}`;
    return { conditions, method, rules: ["induction", "normal-form", ...applied] };
  }
  const constant = byConstantGap(left, right, assumptions, prepared);
  if (constant) {
    const method = `the difference of the sides is 0: ${constant}`;
    return { conditions, method, rules: ["constant-difference", "normal-form", ...applied] };
  }
  return { reason: plain };
}

/**
 * A proof, unless the assumptions admit nothing, or leave no point at which the sides are defined. Where a procedure
 * supposed what no part of the claim demands, the claim may be false beyond that: such points are looked for.
 */
export function checkedProof(
  exprs: [Expr, Expr],
  assumptions: Assumptions,
  { conditions, method, rules }: Shown,
  { holds = () => true, supposed = false }: { holds?: Holds; supposed?: boolean } = {},
): Verdict {
  const open = conditions.some(({ metBy }) => metBy === undefined);
  if (assumptions.facts.length === 0 && !open) return proof(rules, conditions, method);
  /** One point shows that the assumptions admit something; an open condition may leave few, so more are tried. */
  const limits = { points: open ? 120 : 1, agreed: supposed ? 60 : 1 };
  // Such a point is asked for, and no more of it; only where the proof supposed something must each one tell.
  const fine = supposed ? undefined : 0;
  const options = { ...limits, fine };
  const usual = search(...exprs, assumptions, holds, options);
  const found = orWhereMet(usual, exprs, assumptions, conditions, holds, options);
  if (found.witness) return judged(found, conditions, method, { tried: rules });
  if (!found.admissible) {
    return unknown(
      [...rules, ...found.rules],
      "no point was found that satisfies the assumptions",
      conditions,
    );
  }
  const agreed = found.agreed.exact + found.agreed.enclosed + found.agreed.near + found.undecided;
  if (open && !agreed && found.failure === undefined)
    return undefinedSides(found, conditions, rules);
  return proof(rules, conditions, method);
}
