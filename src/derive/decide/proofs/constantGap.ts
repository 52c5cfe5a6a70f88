import { Rational } from "../../../num/index.js";
import { type Assumptions, type Fact, nameBounds, nowhere } from "../../assumptions/assumptions.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { intervals } from "../../evaluate/interval.js";
import { Arithmetic } from "../../evaluate/value.js";
import { attempt } from "../../tree/errors.js";
import { call, type Expr, number, parts, subtract, symbol } from "../../tree/expression.js";
import { constantNames, freeNames, substitute } from "../../tree/names.js";
import { constantValue } from "../../tree/constants.js";
import { isZero } from "../../form/ring/form.js";
import { linearIn } from "../../form/linear.js";
import { tryForm } from "../../form/tryForm.js";
import { zeroOverAngles } from "../../functions/angles/angles.js";
import { definitionOf } from "../../library/library.js";
import { conditionsOf, isStated, type OpenCondition } from "../conditions/conditions.js";
import { relationOf } from "../conditions/demands.js";
import { contextFor, type Prepared } from "../conditions/prepare.js";
import { isShown } from "../conditions/shownNeed.js";

type Compare = Fact & { kind: "compare" };

const one = Rational.of(1n);

/** Places of a name at which the difference is looked at: near its bounds and 0. */
function placesOf(name: string, assumptions: Assumptions): Expr[] {
  const { lower, upper } = nameBounds(assumptions).get(name) ?? {};
  const near = (bound: Rational | undefined) =>
    bound ? [bound, bound.add(one), bound.sub(one)] : [];
  const usual = [0n, 1n, -1n, 2n, -2n].map((n) => Rational.of(n));
  return [...usual, Rational.of(1n, 2n), ...near(lower), ...near(upper)].map(number);
}

/**
 * Shows an equation between arcs: its difference is continuous over one interval of a name, has the derivative 0 inside
 * it, and is 0 at one place of it; or it has no name, the sine of it is 0, and it lies between -pi and pi.
 *
 * @returns how it was shown
 */
export function byConstantGap(
  left: Expr,
  right: Expr,
  assumptions: Assumptions,
  prepared: Prepared,
): string | undefined {
  const gap = subtract(left, right);
  if (assumptions.equations?.length || !isContinuous(gap)) return undefined;
  const names = namesIn(gap);
  if (names.length === 0) return closedZero(gap, assumptions) ? "the sine of it is 0" : undefined;
  const open = prepared.conditions.filter((one) => one.metBy === undefined && isStated(one));
  const name = names.find((one) => isConstant(gap, one, assumptions, open));
  return name && `the derivative by ${name} is 0, and it is 0 at one place`;
}

const namesIn = (expr: Expr): string[] =>
  [...freeNames(expr)].filter((name) => !constantNames.has(name));

/** Made of operations and functions that are continuous wherever they have a value. */
function isContinuous(expr: Expr): boolean {
  if (expr.kind === "event" || expr.kind === "list" || expr.kind === "index") return false;
  if (expr.kind === "pow" && !constantValue(expr.right)) return false;
  if (expr.kind === "call") {
    const known = definitionOf(expr.name, expr.args.length);
    if (!known || known.jumps || !(known.partials || known.rewrite)) return false;
  }
  return parts(expr).every(isContinuous);
}

function isConstant(
  gap: Expr,
  name: string,
  assumptions: Assumptions,
  open: readonly OpenCondition[],
): boolean {
  if (assumptions.facts.some((fact) => fact.kind !== "compare" && mentions(fact, name)))
    return false;
  const bounds = [
    ...assumptions.facts.filter((fact): fact is Compare => fact.kind === "compare"),
    ...open.map(({ demand, text }): Compare => {
      return { kind: "compare", expr: demand.expr, relation: relationOf(demand.need), text };
    }),
  ];
  const about = bounds.filter(({ expr }) => freeNames(expr).has(name));
  const ctx = contextFor([gap], { ...assumptions, facts: bounds });
  const isHalfLine = ({ expr, relation }: Compare): boolean => {
    const form = tryForm(ctx, expr);
    return relation !== "!=" && form !== undefined && linearIn(ctx, form, name) !== undefined;
  };
  if (!about.every(isHalfLine)) return false;
  const inside = bounds.map((one): Compare => {
    return about.includes(one) ? { ...one, relation: ">" } : one;
  });
  if (!isZeroWith(call("D", gap, symbol(name)), { ...assumptions, facts: inside })) return false;
  return placesOf(name, assumptions).some((place) => {
    const at = new Map([[name, place]]);
    const isInside = about.every(({ expr, relation }) => {
      const form = tryForm(ctx, substitute(expr, at));
      return form && isShown(ctx, relation === ">" ? "positive" : "nonnegative", form);
    });
    const there = substitute(gap, at);
    const known = { ...assumptions, facts: bounds };
    return isInside && (isZeroWith(there, known) || closedZero(there, known));
  });
}

/** Whether an expression has a value everywhere that the assumptions admit, and is 0. */
function isZeroWith(expr: Expr, assumptions: Assumptions): boolean {
  const ctx = contextFor([expr], assumptions);
  if (conditionsOf([expr], ctx).some(({ metBy }) => metBy === undefined)) return false;
  const form = tryForm(ctx, expr);
  const isNought = form !== undefined && (isZero(form) || zeroOverAngles(ctx, form));
  return isNought && ctx.needs.length === 0;
}

const mentions = (fact: Fact, name: string): boolean =>
  fact.kind === "integer" ? fact.name === name : fact.kind !== "convergence";

/** sin(g) = 0 and -3 < g < 3 leave g = 0 alone. */
function closedZero(gap: Expr, assumptions: Assumptions): boolean {
  if (namesIn(gap).length > 0) return false;
  const math = new Arithmetic(intervals(128));
  const value = attempt(() => evaluate(gap, nowhere, math));
  if (!value) return false;
  const three = evaluate(number(3n), nowhere, math);
  const isBelow = [value, math.neg(value)].every(
    (one) => math.sign(math.add(three, math.neg(one))) === 1,
  );
  return isBelow && isZeroWith(call("sin", gap), assumptions);
}
