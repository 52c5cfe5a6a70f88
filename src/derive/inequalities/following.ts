import type { Literal } from "../decide/conditions/proposition.js";
import { follows } from "../decide/solve/solutionBranches.js";
import { attempt } from "../tree/errors.js";
import { withinWork } from "../tree/work.js";
import type { Context } from "../form/context.js";
import { type Form, isZero, negated } from "../form/ring/form.js";
import { tryForm } from "../form/tryForm.js";
import { certifiedText, certifiedZero } from "./certificates/certified.js";
import { byWeightedSums } from "./sumMeans.js";
import { wayTo } from "./ways.js";

/** Work for one comparison that is to follow. */
const mostWork = 700_000;

/** Comparisons that are asked for where equations have been solved. */
const mostGoals = 6;

/**
 * Shows that one of the alternatives follows from comparisons, by certificates: with multiples of the equations among these,
 * or where the equations are solved.
 */
export function showFollowing(
  ctx: Context,
  from: readonly Literal[],
  to: readonly Literal[][],
): string | undefined {
  for (const all of to) {
    const text = byMultiples(ctx, from, all);
    if (text !== undefined) return text;
  }
  return bySolving(ctx, from, to);
}

function byMultiples(
  ctx: Context,
  from: readonly Literal[],
  to: readonly Literal[],
): string | undefined {
  const { signs } = ctx;
  return signs.scoped(() => {
    const equations: Form[] = [];
    for (const { relation, gap } of from) {
      const form = tryForm(ctx, gap);
      if (!form) continue;
      if (relation !== "=") signs.learn(form, relation, "");
      else if (!isZero(form)) equations.push(form);
    }
    const texts: string[] = [];
    for (const goal of to) {
      if (goal.implied) continue;
      const jensen = ofWeightedSums(ctx, from, goal);
      if (jensen !== undefined) {
        texts.push(jensen);
        continue;
      }
      const form = tryForm(ctx, goal.gap);
      const found = form && attempted(ctx, form, goal.relation, equations);
      if (!found) return undefined;
      if (found.why !== "") texts.push(found.why);
    }
    return texts.join("; ");
  });
}

/** Jensen's inequality, with the equations of the premise for weights that add up to 1. */
function ofWeightedSums(
  ctx: Context,
  from: readonly Literal[],
  { relation, left, right }: Literal,
): string | undefined {
  if (relation !== ">=") return undefined;
  const equations = from
    .filter((one) => one.relation === "=")
    .map((one) => ({ left: one.left, right: one.right, text: "" }));
  const assumptions = { texts: [], facts: [], equations };
  return attempt(() => withinWork(mostWork, () => byWeightedSums([left, right], assumptions, ctx)));
}

function bySolving(
  ctx: Context,
  from: readonly Literal[],
  to: readonly Literal[][],
): string | undefined {
  if (!from.some(({ relation }) => relation === "=")) return undefined;
  const texts = new Set<string>();
  let left = mostGoals;
  const shows = (form: Form, relation: Literal["relation"]): boolean => {
    const found = left-- > 0 ? attempted(ctx, form, relation, []) : undefined;
    if (found?.why) texts.add(found.why);
    return found !== undefined;
  };
  return follows(
    ctx,
    [...from],
    to.map((all) => [...all]),
    shows,
  )
    ? [...texts].join("; ")
    : undefined;
}

const attempted = (
  ctx: Context,
  form: Form,
  relation: Literal["relation"],
  equations: readonly Form[],
) => attempt(() => withinWork(mostWork, () => shown(ctx, form, relation, equations)));

function shown(
  ctx: Context,
  form: Form,
  relation: Literal["relation"],
  equations: readonly Form[],
): { why: string } | undefined {
  const { signs } = ctx;
  const own = (of: Form, strict: boolean): string | undefined =>
    (strict ? signs.positive(of) : signs.nonnegative(of))
      ? ""
      : wayTo(ctx, of, strict, equations, "what follows")?.why;
  const reason = (why: string | undefined) => (why === undefined ? undefined : { why });
  switch (relation) {
    case ">":
    case ">=":
      return reason(own(form, relation === ">"));
    case "=": {
      if (isZero(form)) return { why: "" };
      const both = [own(form, false), own(negated(form), false)];
      if (both.every((why) => why !== undefined))
        return { why: both.filter((why) => why !== "").join(" and ") };
      const zero = certifiedZero(ctx, form, equations);
      return zero && { why: certifiedText("the negative square of what follows", zero) };
    }
    case "!=":
      if (signs.nonzero(form)) return { why: "" };
      return reason(own(form, true) ?? own(negated(form), true));
  }
}
