import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Expr } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import { type Form, negated } from "../../form/ring/form.js";
import { formExpression } from "../../form/formExpression.js";
import type { Atom } from "../../form/ring/ring.js";
import { expressionText } from "../../tree/text.js";
import { tryForm } from "../../form/tryForm.js";
import { allConditions, appliedRules, prepare, type Prepared } from "../conditions/prepare.js";
import type { RuleId } from "../../../record/types.js";
import type { StatedCondition } from "../conditions/verdict.js";

/** Each doubles the cases: 5 make 32 claims. */
const mostSplits = 5;

/** Cases that a method writes out; the others are counted. */
const mostWritten = 8;

/**
 * Shows a statement in each case of the signs under its absolute values: `max`, `min`, `relu` and `abs` are such.
 * The cases u >= 0 and u <= 0 overlap and leave nothing out.
 */
export function byCases(
  exprs: Expr[],
  assumptions: Assumptions,
  prepared: Prepared,
  shown: (ctx: Context) => boolean,
): { cases: string; conditions: StatedCondition[]; rules: RuleId[] } | undefined {
  const absolute = absoluteAtoms(prepared.ctx);
  if (absolute.length === 0 || absolute.length > mostSplits) return undefined;
  const signs = absolute.map((atom) => formExpression(prepared.ctx, atom.of));
  const conditions = new Map(allConditions(prepared).map((one) => [one.text, one]));
  const rules = new Set(appliedRules(prepared));
  const cases: string[] = [];
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
      if (consistent) {
        cases.push(
          sides
            .map((side, i) => `${expressionText(signs[i])} ${side > 0 ? ">=" : "<="} 0`)
            .join(", "),
        );
        for (const one of allConditions(own)) conditions.set(one.text, one);
      }
      for (const rule of appliedRules(own)) rules.add(rule);
      return true;
    }
    if (sides.length === signs.length) return false;
    return within([...sides, 1]) && within([...sides, -1]);
  };
  return within([1]) && within([-1])
    ? { cases: written(cases), conditions: [...conditions.values()], rules: [...rules] }
    : undefined;
}

/** The cases that can be, one after the other. */
function written(cases: readonly string[]): string {
  const more = cases.length - mostWritten;
  const shown = more > 0 ? [...cases.slice(0, mostWritten), `${more} more`] : cases;
  return `${cases.length === 1 ? "the case" : `each of ${cases.length} cases`}: ${shown.join("; ")}`;
}

/** The absolute values that were formed, but for those in sums and integrals. */
function absoluteAtoms(ctx: Context): (Atom & { kind: "abs" })[] {
  return ctx.ring.atoms.filter(
    (atom): atom is Atom & { kind: "abs" } =>
      atom.kind === "abs" && ![...atom.names].some((name) => /^[$#~]/.test(name)),
  );
}
