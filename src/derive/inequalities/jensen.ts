import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { constantValue } from "../tree/constants.js";
import {
  call,
  type Expr,
  number,
  over,
  parts,
  subtract,
  symbol,
  times,
  treeKey,
  withEach,
} from "../tree/expression.js";
import { families, freeNames } from "../tree/names.js";
import type { Context } from "../form/context.js";
import { isZero } from "../form/ring/form.js";
import { tryForm } from "../form/tryForm.js";
import { conditionsOf } from "../decide/conditions/conditions.js";
import { contextFor } from "../decide/conditions/prepare.js";
import { learnLemmas } from "../signs/lemmas.js";
import { inside, intervalOf } from "./slopes/interval.js";
import { isContinuous } from "./slopes/smooth.js";

/** What stands for the values of which a mean is taken. */
const value = "u~";

/** A mean that stands in an expression: what it is the mean of, and how the mean of something else is written. */
export interface Mean {
  whole: Expr;
  of: Expr;
  mean(expr: Expr): Expr;
  /** Names over which it is taken: what stands outside of it must not speak of them. */
  over: ReadonlySet<string>;
  /** The weight of a value, which must not be negative. */
  weight?: Expr;
}

/**
 * Shows `f(mean of u) <= mean of f(u)` for f that is convex where the values of u lie, and the contrary for one that is
 * concave (Jensen).
 *
 * @param facts what is known of each value, said of the name that it is given
 */
export function byJensen(
  [left, right]: [Expr, Expr],
  means: readonly Mean[],
  assumptions: Assumptions,
  ctx: Context,
  facts: (of: Expr, name: string) => Fact[],
): string | undefined {
  for (const { whole, of, mean, over: own } of means) {
    for (const [one, other, side] of [
      [left, right, 1],
      [right, left, -1],
    ] as const) {
      const f = replaced(one, treeKey(whole));
      const isCaught = [...freeNames(f), ...families(f)].some((name) => own.has(name));
      if (isCaught || !freeNames(f).has(value) || !isContinuous(f)) continue;
      const expected = mean(replaced(f, treeKey(symbol(value)), of));
      const gap = tryForm(ctx, subtract(other, expected));
      if (!gap || !isZero(gap)) continue;
      if (isConvex(f, side, { ...assumptions, facts: [...assumptions.facts, ...facts(of, value)] }))
        return `${side > 0 ? "a convex" : "a concave"} function of a mean is at ${side > 0 ? "most" : "least"} the mean of the function`;
    }
  }
  return undefined;
}

function replaced(expr: Expr, key: string, by: Expr = symbol(value)): Expr {
  if (treeKey(expr) === key) return by;
  return withEach(expr, (part) => replaced(part, key, by));
}

/** Whether side times the second derivative is not negative inside the interval of the values, on which f has values. */
function isConvex(f: Expr, side: 1 | -1, assumptions: Assumptions): boolean {
  const around = contextFor([f], assumptions);
  const interval = intervalOf(around, value, assumptions.facts);
  if (!interval || isOpen([f], around)) return false;
  const ctx = contextFor([f], inside(assumptions, value, interval));
  const curve = call("D", call("D", f, symbol(value)), symbol(value));
  if (isOpen([curve], ctx)) return false;
  const form = tryForm(ctx, times(number(BigInt(side)), curve));
  if (!form || ctx.needs.length > 0) return false;
  if (ctx.signs.nonnegative(form)) return true;
  learnLemmas(ctx, form);
  return ctx.signs.nonnegative(form) && ctx.needs.length === 0;
}

const isOpen = (exprs: Expr[], ctx: Context): boolean =>
  conditionsOf(exprs, ctx).some(({ metBy }) => metBy === undefined);

/** The means in expressions that are sums with weights that add up to 1, or sums over n by n. */
export function weightedMeans(exprs: readonly Expr[], assumptions: Assumptions): Mean[] {
  const weights = (assumptions.equations ?? []).flatMap(({ left, right }) => {
    const [sum, total] = left.kind === "call" ? [left, right] : [right, left];
    const isOne = constantValue(total)?.num === 1n && constantValue(total)?.den === 1n;
    return isOne && sum.kind === "call" && sum.name === "sum" ? [sum] : [];
  });
  return exprs.flatMap(function own(expr: Expr): Mean[] {
    return [
      ...(uniform(expr) ?? []),
      ...weights.flatMap((sum) => weighted(expr, sum)),
      ...parts(expr).flatMap(own),
    ];
  });
}

const plain = (expr: Expr): boolean =>
  expr.kind === "call" && expr.name === "sum" && expr.args.length === 4;

/** `sum(x[i], i, 1, n)/n` */
function uniform(expr: Expr): Mean[] | undefined {
  if (expr.kind !== "div" || !plain(expr.left) || expr.left.kind !== "call") return undefined;
  const [of, index, from, to] = expr.left.args;
  if (constantValue(from)?.num !== 1n || treeKey(to) !== treeKey(expr.right)) return undefined;
  const mean = (body: Expr) => over(call("sum", body, index, from, to), to);
  return index.kind === "symbol" ? [{ whole: expr, of, mean, over: new Set([index.name]) }] : [];
}

/** `sum(p[i]*x[i], i, 1, n)` where `sum(p[i], i, 1, n) = 1` */
function weighted(expr: Expr, sum: Expr): Mean[] {
  if (!plain(expr) || expr.kind !== "call" || sum.kind !== "call") return [];
  const [body, index, ...ends] = expr.args;
  const [weight, other, ...limits] = sum.args;
  const isLike =
    index.kind === "symbol" &&
    other.kind === "symbol" &&
    treeKey(call("", ...ends)) === treeKey(call("", ...limits));
  if (!isLike || body.kind !== "mul" || weight.kind !== "index") return [];
  const own = replaced(weight, treeKey(other), index);
  const at = body.factors.findIndex((factor) => treeKey(factor) === treeKey(own));
  if (at < 0) return [];
  const rest = body.factors.filter((_, i) => i !== at);
  const of = rest.length === 1 ? rest[0] : times(...rest);
  const mean = (one: Expr) => call("sum", times(own, one), index, ...ends);
  return [{ whole: expr, of, mean, over: new Set([index.name]), weight: own }];
}
