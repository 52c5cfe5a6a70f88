import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Expr } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import { type Form, negated } from "../../form/ring/form.js";
import { formExpression } from "../../form/formExpression.js";
import type { Atom } from "../../form/ring/ring.js";
import { tryForm } from "../../form/tryForm.js";
import { allConditions, appliedRules, prepare, type Prepared } from "../conditions/prepare.js";
import type { RuleId } from "../../../record/types.js";
import type { StatedCondition } from "../conditions/verdict.js";

/** Each doubles the cases: 5 make 32 claims. */
const mostSplits = 5;

/**
 * Shows a statement in each case of the signs under its absolute values: `max`, `min`, `relu` and `abs` are such.
 * The cases u >= 0 and u <= 0 overlap and leave nothing out.
 */
export function byCases(
  exprs: Expr[],
  assumptions: Assumptions,
  prepared: Prepared,
  shown: (ctx: Context) => boolean,
): { count: number; conditions: StatedCondition[]; rules: RuleId[] } | undefined {
  const absolute = absoluteAtoms(prepared.ctx);
  if (absolute.length === 0 || absolute.length > mostSplits) return undefined;
  const signs = absolute.map((atom) => formExpression(prepared.ctx, atom.of));
  const conditions = new Map(allConditions(prepared).map((one) => [one.text, one]));
  const rules = new Set(appliedRules(prepared));
  let count = 0;
  const within = (sides: (1 | -1)[]): boolean => {
    const own = prepare(exprs, assumptions);
    const { ctx } = own;
    let consistent = true;
    for (const [i, side] of sides.entries()) {
      const form = tryForm(ctx, signs[i]);
      if (!form) return false;
      const signed: Form = side > 0 ? form : negated(form);
      if (ctx.signs.positive(negated(signed))) consistent = false;
      ctx.signs.learn(signed, ">=", "");
    }
    if (!consistent || shown(ctx)) {
      count += 1;
      if (consistent) for (const one of allConditions(own)) conditions.set(one.text, one);
      for (const rule of appliedRules(own)) rules.add(rule);
      return true;
    }
    if (sides.length === signs.length) return false;
    return within([...sides, 1]) && within([...sides, -1]);
  };
  return within([1]) && within([-1])
    ? { count, conditions: [...conditions.values()], rules: [...rules] }
    : undefined;
}

/** The absolute values that were formed, but for those in sums and integrals. */
function absoluteAtoms(ctx: Context): (Atom & { kind: "abs" })[] {
  return ctx.ring.atoms.filter(
    (atom): atom is Atom & { kind: "abs" } =>
      atom.kind === "abs" && ![...atom.names].some((name) => /^[$#~]/.test(name)),
  );
}
