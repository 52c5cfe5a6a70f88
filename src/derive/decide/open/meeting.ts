import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Point } from "../../evaluate/evaluate.js";
import { points } from "../../evaluate/points.js";
import { call, type Expr, number, symbol } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import { isZero, negated } from "../../form/ring/form.js";
import { tryForm } from "../../form/tryForm.js";
import { failsAt, failsSomewhere, failsThroughout } from "../solve/closed.js";
import { isStated, learnConditions, type OpenCondition } from "../conditions/conditions.js";
import type { Demand } from "../conditions/demands.js";
import { lineOf } from "../solve/line.js";
import { contextFor } from "../conditions/prepare.js";
import { wide } from "../points/standing.js";
import type { StatedCondition } from "../conditions/verdict.js";
import { asComparison } from "../conditions/asComparison.js";
import { guided, perLevel } from "./guided.js";

/**
 * Why nothing is shown by a proof under open conditions: no point that the assumptions admit is known to meet them all.
 * Undefined where there is such a point; conditions in words alone count as met.
 */
export function unmet(
  conditions: readonly StatedCondition[],
  assumptions: Assumptions,
): string | undefined {
  const demands = conditions.filter(isStated).map(({ demand }) => demand);
  if (demands.length === 0) return undefined;
  const excluded = excludedBy(conditions, assumptions);
  if (excluded !== undefined || meetsSomewhere(demands, assumptions)) return excluded;
  const what = demands.length === 1 ? "the condition" : "all conditions";
  return `no point was found that meets ${what}: ${textsOf(conditions)}`;
}

/** How open conditions certainly exclude each other, or how what is assumed excludes one of them. */
export function excludedBy(
  conditions: readonly StatedCondition[],
  assumptions: Assumptions,
): string | undefined {
  const open = conditions.filter(isStated);
  const failing = open.find(({ demand }) => failsThroughout(demand, assumptions));
  if (failing) return `the condition \`${failing.text}\` does not hold`;
  const ctx = contextFor(
    open.map(({ demand }) => demand.expr),
    assumptions,
  );
  const opposed = open.find(({ demand }) => isOpposed(ctx, demand));
  if (opposed) return `what is assumed excludes the condition \`${opposed.text}\``;
  // Each is held against those before it, which the same context has learnt one after the other.
  const exclude =
    open.some((one, i) => {
      if (i > 0) learnConditions(ctx, [open[i - 1]]);
      return i > 0 && isOpposed(ctx, one.demand);
    }) || neverOnLine(open, assumptions);
  return exclude ? `the conditions exclude each other: ${textsOf(open)}` : undefined;
}

const textsOf = (conditions: readonly StatedCondition[]): string =>
  [...new Set(conditions.filter(isStated).map(({ text }) => `\`${text}\``))].join(", ");

/** Whether the opposite of a condition follows from what a context knows. */
function isOpposed(ctx: Context, demand: Demand): boolean {
  const { need, expr } = demand;
  const form = asComparison(demand) && tryForm(ctx, expr);
  if (!form) return false;
  const { signs } = ctx;
  if (need === "nonzero")
    return isZero(form) || [form, negated(form)].every((one) => signs.nonnegative(one));
  return need === "positive" ? signs.nonnegative(negated(form)) : signs.positive(negated(form));
}

/** Whether conditions in one name hold together at none of its places. */
function neverOnLine(open: OpenCondition[], assumptions: Assumptions): boolean {
  const all = open.flatMap(({ demand }) => asComparison(demand) ?? []);
  const line = all.length ? lineOf([all], assumptions) : undefined;
  return line !== undefined && line.places.every((place) => line.truth([all], place) !== true);
}

function meetsSomewhere(demands: Demand[], assumptions: Assumptions): boolean {
  const exprs = demands
    .flatMap(({ expr, scopes }) => [expr, ...scopes.flatMap(({ lower, upper }) => [lower, upper])])
    .filter((one) => one !== undefined);
  const guiding = guided(assumptions, demands);
  const metAt = (point: Point) => demands.every((demand) => mayHold(demand, point));
  const counts = demands.flatMap(counted);
  return [exprs, ...(counts.length ? [[...exprs, ...counts]] : [])].some((own) => {
    for (const point of points(own, guiding, wide, perLevel)) if (metAt(point)) return true;
    return false;
  });
}

/** What makes names be tried at whole numbers: a sum with as many terms as what must be whole. */
const counted = ({ need, expr }: Demand): Expr[] =>
  need === "integer" || need === "count"
    ? [call("sum", number(0n), symbol("#"), number(1n), expr)]
    : [];

/** Whether a demand does not certainly fail at a point. */
export const mayHold = (demand: Demand, point: Point): boolean =>
  demand.scopes.length
    ? !failsSomewhere(demand, point.symbols)
    : !failsAt(demand.need, demand.expr, point);
