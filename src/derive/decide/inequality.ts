import type { Assumptions } from "../assumptions/assumptions.js";
import { constantValue } from "../tree/constants.js";
import { isNoAnswer, reasonOf } from "../tree/errors.js";
import { type Expr, negate, subtract } from "../tree/expression.js";
import { subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { normalForm } from "../form/normalForm.js";
import { freeNames } from "../tree/names.js";
import { learnLemmas, learnProducts } from "../signs/lemmas.js";
import { byCases } from "./proofs/cases.js";
import { checkedProof, type Shown } from "./equality.js";
import { searchFurther } from "./points/further.js";
import { fallingText } from "./proofs/falling.js";
import { LowPlaces, touchingBetween } from "./descent/places.js";
import { gapForm } from "./proofs/gapForm.js";
import { gapByInduction } from "./proofs/later.js";
import { followsOn, lineOf } from "./solve/line.js";
import { isPlain, judged } from "./points/judged.js";
import { failingEnd } from "./points/ends.js";
import { beside, movesAlong, movesInside, movesOnto } from "./points/moves.js";
import { byOrderings } from "./proofs/orderings.js";
import { orWhereMet } from "./open/where.js";
import { failingPhases, phasesText } from "./phases/phases.js";
import type { RuleId } from "../../record/types.js";
import { allConditions, appliedRules, prepare, type Prepared } from "./conditions/prepare.js";
import { type Holds, search, searchOpen } from "./points/search.js";
import { signAsWritten } from "./proofs/structure.js";
import { refutation, unknown, type Verdict } from "./conditions/verdict.js";
import { failureText, touchingText, zeroText } from "./solve/zeros.js";

/** Work of the proof by forms: what it leaves open is still looked at by points. */
const mostProof = 1_000_000;

/** Whether a < b, or a <= b: certain only where the enclosures are apart. */
const below =
  (strict: boolean): Holds =>
  (a, b, math) => {
    const sign = math.sign(math.add(b, math.neg(a)));
    return sign === undefined ? undefined : strict ? sign > 0 : sign >= 0;
  };

/** Notes what showed a sign. */
function byRule(ctx: Context, rule: RuleId): true {
  ctx.applied.add(rule);
  return true;
}

/** Shows an inequality by more than the sign of a form. */
export type ShowInequality = (
  sides: [Expr, Expr],
  strict: boolean,
  assumptions: Assumptions,
  prepared: Prepared,
) => Shown | undefined;

/**
 * Grades `left < right` and `left <= right` by the sign of the difference, or by values at points.
 *
 * @param showFurther is asked where neither a sign nor a point decides
 */
export function decideInequality(
  left: Expr,
  right: Expr,
  strict: boolean,
  assumptions: Assumptions,
  showFurther: ShowInequality,
): Verdict {
  const prepared = prepare([left, right], assumptions, mostProof);
  let reason = "the difference has no sign that can be read off its form";
  const zero = (expr: Expr) => constantValue(expr)?.sign === 0;
  const written = (ctx: Context): boolean => {
    const sign = zero(left)
      ? signAsWritten(ctx, right)
      : zero(right)
        ? signAsWritten(ctx, negate(left))
        : undefined;
    return sign !== undefined && sign.side > 0 && !(strict && sign.weak);
  };
  const shown = (ctx: Context): boolean => {
    if (written(ctx)) return true;
    try {
      const gap = subtractForms(ctx.ring, normalForm(ctx, right), normalForm(ctx, left));
      const is = (): boolean => (strict ? ctx.signs.positive(gap) : ctx.signs.nonnegative(gap));
      if (is()) return true;
      return ctx.signs.scoped(() => {
        learnLemmas(ctx, gap);
        if (is()) return byRule(ctx, "known-inequality");
        learnProducts(ctx.signs);
        if (is()) return byRule(ctx, "known-inequality");
        return byOrderings(ctx, gap, strict) !== undefined && byRule(ctx, "order-of-names");
      });
    } catch (error) {
      if (!isNoAnswer(error)) throw error;
      reason = reasonOf(error);
      return false;
    }
  };
  const { signs } = prepared.ctx;
  signs.used = new Set();
  const sides: [Expr, Expr] = [left, right];
  const proof = (
    rules: readonly RuleId[],
    method: string,
    conditions = allConditions(prepared),
    applied = appliedRules(prepared),
  ) =>
    checkedProof(
      sides,
      assumptions,
      { rules: [...rules, ...applied], conditions, method },
      {
        holds: below(strict),
        supposed: conditions.length > prepared.conditions.length,
      },
    );
  const is = strict ? "positive" : "not negative";
  if (shown(prepared.ctx)) {
    const used = [...signs.used].filter((text) => text !== "");
    const from = used.length ? ` (from ${used.join(", ")})` : "";
    return proof(["sign-of-difference"], `the difference is ${is}${from}`);
  }
  const plain = reason;
  const cases = byCases(sides, assumptions, prepared, shown);
  if (cases) {
    const method = `the difference is ${is} in ${cases.cases}`;
    return proof(["case-split", "sign-of-difference"], method, cases.conditions, cases.rules);
  }
  const gap = subtract(right, left);
  const literal = { relation: strict ? (">" as const) : (">=" as const), gap, left, right };
  const line = lineOf([[literal]], assumptions);
  if (line && followsOn(line, [[]], [[literal]])) {
    return proof(
      ["real-roots"],
      `the difference is ${is} at and between its roots, by Sturm's theorem`,
    );
  }
  const induction = gapByInduction(left, right, strict, assumptions, prepared);
  if (induction) {
    const { name, from } = induction;
    return proof(
      ["induction", "sign-of-difference"],
      `the difference is ${is}, by induction over ${name}, from ${name} = ${from}`,
    );
  }
  const difference = gapForm(sides, assumptions);
  const names = freeNames(gap);
  const zeros = difference ? movesOnto(difference.ctx, difference.form, names) : [];
  const touching = difference ? movesInside(difference.ctx, sides, names) : [];
  const moves = [...movesAlong(line), ...zeros, ...zeros.flatMap(beside), ...touching];
  const options = { gap: difference?.expr, moves };
  const usual = searchOpen(left, right, assumptions, below(strict), options);
  const more = usual.witness ? undefined : showFurther(sides, strict, assumptions, prepared);
  if (more) return proof(more.rules, more.method, more.conditions, []);
  const lows = new LowPlaces(sides, assumptions);
  const further = { gap: difference?.expr, lows };
  const conditions = allConditions(prepared);
  const met = orWhereMet(usual, sides, assumptions, conditions, below(strict), options);
  const found = searchFurther(met, sides, assumptions, below(strict), further);
  if (!found.witness && found.admissible) {
    const end = strict ? failingEnd(literal, assumptions) : undefined;
    if (end) {
      const rules = ["counterexample-enclosure", "turning-points"] as const;
      return refutation(rules, end, conditions, "values of both sides at the end of a range");
    }
    const fails = failureText(line, literal);
    if (fails)
      return unknown(
        ["real-roots"],
        `the difference is ${strict ? "not positive" : "negative"} at ${fails}`,
        conditions,
      );
    const zero = strict && difference && zeroText(difference.ctx, difference.form);
    if (zero)
      return unknown(
        ["zero-of-difference"],
        `the sides are equal at ${zero}, unless that is excluded`,
        conditions,
      );
    const place = strict && found.agreed.first && lows.touching();
    if (place) return unknown(["descent"], touchingText(place), conditions);
    const between = strict && found.agreed.first && touchingBetween(sides, assumptions);
    if (between)
      return unknown(
        ["descent", "integer-solutions"],
        `${touchingText(between)}, and integers may be there`,
        conditions,
      );
    const failing = found.agreed.first && failingPhases(sides, assumptions);
    if (failing) {
      const among = { gap: difference?.expr, among: failing.near(), from: "wave-phases" as const };
      const { witness, rules } = search(...sides, assumptions, below(strict), among);
      if (!witness && failing.isLoose)
        return unknown(["wave-phases"], phasesText(failing), conditions);
      Object.assign(found, witness ? { witness, rules } : {});
    }
    const falling = !found.witness && found.agreed.first && fallingText(sides, assumptions);
    if (falling) return unknown(["endless-growth"], falling, conditions);
  }
  return judged(found, conditions, plain, {
    plain: isPlain(left) && isPlain(right),
    tried: ["sign-of-difference", ...appliedRules(prepared)],
  });
}
