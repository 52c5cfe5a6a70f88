import type { Assumptions, Fact } from "../../assumptions/assumptions.js";
import type { Context } from "../../form/context.js";
import { asRational, divide, negated } from "../../form/ring/form.js";
import { linearIn } from "../../form/linear.js";
import { tryForm } from "../../form/tryForm.js";
import type { Rational } from "../../../num/index.js";
import { type Expr, number, subtract, symbol } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";

/** An end of an interval: whether the end is a value, too. */
export interface End {
  value: Rational;
  closed: boolean;
}

/** The values that a name may have, where they are an interval. */
export interface Interval {
  lower?: End;
  upper?: End;
}

type Compare = Fact & { kind: "compare" };

/** The interval to which facts confine a name; undefined where one of them that speaks of it is no bound by a number. */
export function intervalOf(
  ctx: Context,
  name: string,
  facts: readonly Fact[],
): Interval | undefined {
  const interval: Interval = {};
  for (const fact of facts) {
    if (fact.kind !== "compare" || !freeNames(fact.expr).has(name)) continue;
    const form = tryForm(ctx, fact.expr);
    const line = form && linearIn(ctx, form, name);
    const slope = line && asRational(line.slope);
    if (!line || !slope || slope.sign === 0 || fact.relation === "!=") return undefined;
    const value = asRational(divide(ctx.ring, negated(line.offset), line.slope));
    if (!value) return undefined;
    const end = { value, closed: fact.relation === ">=" };
    if (slope.sign > 0) interval.lower = tighter(interval.lower, end, 1);
    else interval.upper = tighter(interval.upper, end, -1);
  }
  return interval;
}

function tighter(known: End | undefined, end: End, side: 1 | -1): End {
  if (!known) return end;
  const order = end.value.compare(known.value) * side;
  return order > 0 || (order === 0 && !end.closed) ? end : known;
}

/** Assumptions under which a name lies inside an interval, the ends left out. */
export function inside(
  assumptions: Assumptions,
  name: string,
  { lower, upper }: Interval,
): Assumptions {
  const bound = (expr: Expr): Compare => ({ kind: "compare", expr, relation: ">", text: "" });
  const others = assumptions.facts.filter(
    (fact) => fact.kind !== "compare" || !freeNames(fact.expr).has(name),
  );
  const own = [
    ...(lower ? [bound(subtract(symbol(name), number(lower.value)))] : []),
    ...(upper ? [bound(subtract(number(upper.value), symbol(name)))] : []),
  ];
  return { ...assumptions, facts: [...others, ...own] };
}
