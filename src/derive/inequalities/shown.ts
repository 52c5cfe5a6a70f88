import type { Assumptions } from "../assumptions/assumptions.js";
import { attempt } from "../tree/errors.js";
import { type Expr, subtract } from "../tree/expression.js";
import { tryForm } from "../form/tryForm.js";
import { withinWork } from "../tree/work.js";
import { learnLemmas } from "../signs/lemmas.js";
import { allConditions, appliedRules, type Prepared } from "../decide/conditions/prepare.js";
import type { Shown } from "../decide/equality.js";
import { bySlopes } from "./slopes/slopes.js";
import { byWeightedSums } from "./sumMeans.js";
import { type Way, wayTo } from "./ways.js";

/** Work that each way may take for one inequality. */
const mostWork = 800_000;

const subject = "the difference";

/** Shows an inequality whose difference has no sign that can be read off its form. */
export function showInequality(
  sides: [Expr, Expr],
  strict: boolean,
  assumptions: Assumptions,
  prepared: Prepared,
): Shown | undefined {
  const { ctx } = prepared;
  const gap = subtract(sides[1], sides[0]);
  const ways: (() => Way | undefined)[] = [
    () => named("jensen", strict ? undefined : byWeightedSums(sides, assumptions, ctx)),
    () => bySign(prepared, gap, strict, assumptions),
    () => named("monotone-difference", bySlopes(gap, strict, assumptions)),
  ];
  for (const way of ways) {
    const found = attempt(() => withinWork(mostWork, way));
    if (!found) continue;
    return {
      rules: [found.rule, ...appliedRules(prepared)],
      conditions: allConditions(prepared),
      method: found.why,
    };
  }
  return undefined;
}

const named = (rule: Way["rule"], why: string | undefined): Way | undefined =>
  why === undefined ? undefined : { rule, why };

function bySign(
  { ctx }: Prepared,
  expr: Expr,
  strict: boolean,
  { equations = [] }: Assumptions,
): Way | undefined {
  const gap = tryForm(ctx, expr);
  if (!gap) return undefined;
  const zeros = equations.flatMap(({ left, right }) => tryForm(ctx, subtract(left, right)) ?? []);
  return ctx.signs.scoped(() => {
    const plain = wayTo(ctx, gap, strict, zeros, subject);
    const { length } = ctx.signs.facts;
    if (!plain) learnLemmas(ctx, gap);
    if (plain || ctx.signs.facts.length === length) return plain;
    return wayTo(ctx, gap, strict, zeros, subject);
  });
}
