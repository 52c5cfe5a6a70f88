import type { Assumptions } from "../../assumptions/assumptions.js";
import { type Expr, over } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import { termsOf } from "../../form/ring/expansion.js";
import { divide, type Form } from "../../form/ring/form.js";
import { normalForm } from "../../form/normalForm.js";
import { Rational } from "../../../num/index.js";
import { expressionText } from "../../tree/text.js";
import { type Reach, reachOf } from "./far.js";
import { along, compareGrowth, type Growth, growthOf } from "./growth.js";
import { allConditions, appliedRules, prepare } from "../conditions/prepare.js";
import { proof, refutation, unknown, type Verdict } from "../conditions/verdict.js";

/**
 * Grades `f = O(g)` as all names grow that the assumptions do not bound: proved if each term of f, over one term of g, is
 * bounded, g being a sum of positive terms; refuted if f outgrows g as one name grows, or all together, where the
 * assumptions admit that.
 */
export function decideOrder(left: Expr, right: Expr, assumptions: Assumptions): Verdict {
  const wrapped = right.kind === "call" && right.name === "O" && right.args.length === 1;
  const bound = wrapped ? right.args[0] : right;
  const prepared = prepare([left, bound], assumptions);
  const { ctx } = prepared;
  const [above, below] = [left, bound].map((expr) => termsOf(ctx.ring, normalForm(ctx, expr)));
  const conditions = allConditions(prepared);
  const rules = ["growth-rates", ...appliedRules(prepared)] as const;
  if (above.length === 0) return proof(rules, conditions, "0 is of any order");
  if (below.length === 0) return unknown(rules, "0 has no order of growth", conditions);
  const reach = reachOf([left, bound], assumptions);
  const names = [...reach.bounded.keys(), ...reach.growing];
  if (names.length && (!reach.growing.length || !reach.together)) {
    return unknown(rules, `the assumptions keep ${names.join(", ")} from growing`, conditions);
  }
  const positive =
    below.every((term) => term.scale.sign > 0 && growthOf(ctx, term)) &&
    [...reach.bounded.values()].every((lower) => lower && lower.sign >= 0);
  if (positive && above.every((term) => below.some((own) => bounded(ctx, term, own, reach)))) {
    const method = "each term over a term of the bound stays bounded as all names grow";
    return proof(rules, conditions, method);
  }
  for (const path of pathsOf(ctx, [...above, ...below], reach)) {
    const [top, bottom] = [fastest(ctx, above, path, true), fastest(ctx, below, path, false)];
    if (!top || !bottom || (compareGrowth(ctx, top, bottom) ?? 0) <= 0) continue;
    if (!reach.along(path)) continue;
    const who = path === "all" ? "all names grow alike" : `${path} grows`;
    return refutation(
      rules,
      { point: { [path === "all" ? "all names" : path]: "Infinity" }, ...sides(top, bottom) },
      conditions,
      `the quotient grows without bound as ${who}`,
    );
  }
  return unknown(rules, `no bound was found for ${expressionText(over(left, bound))}`, conditions);
}

function sides(top: Growth, bottom: Growth): { lhs: string; rhs: string } {
  const text = ({ power, logs, rate }: Growth) => {
    const parts = [`degree ${power}`];
    if (rate.scale.sign !== 0) parts.unshift(rate.scale.sign > 0 ? "exponential" : "decaying");
    if (logs.sign !== 0) parts.push(`logarithms ${logs}`);
    return parts.join(", ");
  };
  return { lhs: text(top), rhs: text(bottom) };
}

/** Whether a quotient of products stays bounded however the names grow. */
function bounded(ctx: Context, term: Form, own: Form, reach: Reach): boolean {
  const growth = growthOf(ctx, divide(ctx.ring, term, own));
  if (!growth) return false;
  const still = along(ctx, new Map(), "all");
  return [...growth].every(([name, one]) => {
    if (reach.bounded.has(name)) return stays(one, reach.bounded.get(name));
    const order = compareGrowth(ctx, one, still);
    return order !== undefined && order <= 0;
  });
}

/** Whether a product stays bounded as a name moves between a lower bound, which is not negative, and an upper one. */
function stays({ power, logs, rate }: Growth, lower: Rational | undefined): boolean {
  if (lower && lower.sign > 0 && logs.sign >= 0) return true;
  return power.sign >= 0 && logs.sign === 0 && rate.scale.sign === 0;
}

function pathsOf(ctx: Context, terms: Form[], { bounded: still }: Reach): string[] {
  const names = new Set(terms.flatMap((term) => [...(growthOf(ctx, term)?.keys() ?? [])]));
  for (const name of still.keys()) names.delete(name);
  return [...[...names].sort(), ...(names.size > 1 ? ["all"] : [])];
}

/** The growth of the fastest of some terms; `reached` asks that those of this growth do not cancel. */
function fastest(ctx: Context, terms: Form[], path: string, reached: boolean): Growth | undefined {
  let best: Growth | undefined;
  let total = Rational.of(0n);
  for (const term of terms) {
    const growth = growthOf(ctx, term);
    if (!growth) return undefined;
    const own = along(ctx, growth, path);
    const order = best ? compareGrowth(ctx, own, best) : 1;
    if (order === undefined) return undefined;
    if (order > 0) [best, total] = [own, term.scale];
    else if (order === 0) total = total.add(term.scale);
  }
  // Along one name different terms have different other names, which may be chosen so that they do not cancel.
  return reached && path === "all" && total.sign === 0 ? undefined : best;
}
