import type { Assumptions } from "../assumptions/assumptions.js";
import { attempt } from "../tree/errors.js";
import { type Expr, subtract } from "../tree/expression.js";
import { tryForm } from "../form/tryForm.js";
import { withinWork } from "../tree/work.js";
import { learnLemmas } from "../signs/lemmas.js";
import { allConditions, appliedRules, type Prepared } from "../decide/conditions/prepare.js";
import type { Shown } from "../decide/equality.js";
import { whySigned } from "./sign.js";

/** Work that the procedures may take for one inequality. */
const mostWork = 1_500_000;

const subject = "the difference";

/** Shows an inequality whose difference has no sign that can be read off its form. */
export function showInequality(
  [left, right]: [Expr, Expr],
  strict: boolean,
  _assumptions: Assumptions,
  prepared: Prepared,
): Shown | undefined {
  const { ctx } = prepared;
  const found = attempt(() =>
    withinWork(mostWork, () => {
      const gap = tryForm(ctx, subtract(right, left));
      if (!gap) return undefined;
      return ctx.signs.scoped(() => {
        const plain = whySigned(ctx, gap, strict, [], subject);
        const { length } = ctx.signs.facts;
        learnLemmas(ctx, gap);
        if (plain !== undefined || ctx.signs.facts.length === length) return plain;
        return whySigned(ctx, gap, strict, [], subject);
      });
    }),
  );
  if (found === undefined) return undefined;
  return {
    rules: ["certificate", ...appliedRules(prepared)],
    conditions: allConditions(prepared),
    method: found,
  };
}
