import type { Assumptions } from "../assumptions.js";
import { isNoAnswer, reasonOf } from "../errors.js";
import type { Expr } from "../expression.js";
import { subtractForms } from "../form/addition.js";
import type { Context } from "../form/context.js";
import { normalForm } from "../form/normalForm.js";
import { byCases } from "./cases.js";
import { checkedProof, judged } from "./equality.js";
import { allConditions, prepare } from "./prepare.js";
import { type Holds, searchOpen } from "./search.js";
import type { Verdict } from "./verdict.js";

/** Whether a < b, or a <= b: certain only where the enclosures are apart. */
const below =
  (strict: boolean): Holds =>
  (a, b, math) => {
    const sign = math.sign(math.add(b, math.neg(a)));
    return sign === undefined ? undefined : strict ? sign > 0 : sign >= 0;
  };

/** Grades `left < right` and `left <= right` by the sign of the difference, or by values at points. */
export function decideInequality(
  left: Expr,
  right: Expr,
  strict: boolean,
  assumptions: Assumptions,
): Verdict {
  const prepared = prepare([left, right], assumptions);
  let reason = "the difference has no sign that can be read off its form";
  const shown = (ctx: Context): boolean => {
    try {
      const gap = subtractForms(ctx.ring, normalForm(ctx, right), normalForm(ctx, left));
      return strict ? ctx.signs.positive(gap) : ctx.signs.nonnegative(gap);
    } catch (error) {
      if (!isNoAnswer(error)) throw error;
      reason = reasonOf(error);
      return false;
    }
  };
  const { signs } = prepared.ctx;
  signs.used = new Set();
  const sides: [Expr, Expr] = [left, right];
  const is = strict ? "positive" : "not negative";
  if (shown(prepared.ctx)) {
    const used = [...signs.used].filter((text) => text !== "");
    const from = used.length ? ` (from ${used.join(", ")})` : "";
    const method = `the difference is ${is}${from}`;
    return checkedProof(sides, assumptions, allConditions(prepared), method);
  }
  const plain = reason;
  const cases = byCases(sides, assumptions, prepared, shown);
  if (cases) {
    const method = `the difference is ${is} in each of ${cases.count} cases`;
    return checkedProof(sides, assumptions, cases.conditions, method);
  }
  const found = searchOpen(left, right, assumptions, below(strict));
  return judged(found, allConditions(prepared), plain);
}
