import type { Assumptions } from "../../assumptions/assumptions.js";
import { attempt } from "../../tree/errors.js";
import { call, type Expr, number, symbol } from "../../tree/expression.js";
import { constantNames, freeNames, substitute } from "../../tree/names.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { derivative } from "../../form/derivative.js";
import { constant, type Form, isZero } from "../../form/ring/form.js";
import { substituteForm } from "../../form/formSubstitution.js";
import { formNames } from "../../form/ring/ring.js";
import { tryForm } from "../../form/tryForm.js";
import { Rational } from "../../../num/index.js";
import { conditionsOf } from "../../decide/conditions/conditions.js";
import { contextFor } from "../../decide/conditions/prepare.js";
import { learnLemmas } from "../../signs/lemmas.js";
import { coreOf } from "../certificates/core.js";
import { type End, inside, type Interval, intervalOf } from "./interval.js";
import { isContinuous } from "./smooth.js";

/** Derivatives of derivatives that are looked at. */
const deepest = 4;

/** Where a difference is likely to be 0 without a change of its sign. */
const places = [0n, 1n, -1n, 2n].map((n) => Rational.of(n)).concat(Rational.of(1n, 2n));

/**
 * Shows that an expression is not negative, or positive, over an interval of a name: it is at an end of a piece of it, and
 * its derivative leads upwards from there, which is shown in the same way.
 *
 * @returns how it was shown
 */
export function bySlopes(gap: Expr, strict: boolean, assumptions: Assumptions): string | undefined {
  if (assumptions.equations?.length || !isContinuous(gap)) return undefined;
  const names = [...freeNames(gap)].filter((name) => !constantNames.has(name));
  for (const name of names) {
    const ctx = contextFor([gap], assumptions);
    const whole = intervalOf(ctx, name, assumptions.facts);
    if (!whole) continue;
    if (overPieces(gap, name, whole, strict, assumptions))
      return `the difference is not negative at a place of ${name}, and its derivative leads upwards from there`;
  }
  return undefined;
}

/** Over the whole interval, or over both sides of a place. */
function overPieces(
  gap: Expr,
  name: string,
  whole: Interval,
  strict: boolean,
  assumptions: Assumptions,
): boolean {
  const piece = (own: Interval) => overPiece(gap, name, own, strict, assumptions);
  if (piece(whole)) return true;
  return places.some((value) => {
    const { lower, upper } = whole;
    const isInside =
      (!lower || value.compare(lower.value) > 0) && (!upper || value.compare(upper.value) < 0);
    if (!isInside) return false;
    const cut: End = { value, closed: true };
    return piece({ lower, upper: cut }) && piece({ lower: cut, upper });
  });
}

function overPiece(
  gap: Expr,
  name: string,
  interval: Interval,
  strict: boolean,
  assumptions: Assumptions,
): boolean {
  const own = inside(assumptions, name, interval);
  const ctx = contextFor([gap], own);
  const slope = call("D", gap, symbol(name));
  const isOpen = conditionsOf([gap, slope], ctx).some(({ metBy }) => metBy === undefined);
  const form = isOpen ? undefined : tryForm(ctx, gap);
  if (!form) return false;
  const shown = attempt(() => signInside(ctx, form, name, interval, strict, 0)) ?? false;
  if (!shown || ctx.needs.length > 0 || ctx.convergent.size > 0) return false;
  // An end that belongs to the interval is the limit of what is inside, which is enough unless it must not be 0.
  if (!strict) return true;
  return [interval.lower, interval.upper].every((end) => {
    if (!end?.closed) return true;
    const at = tryForm(ctx, substitute(gap, new Map([[name, number(end.value)]])));
    return at !== undefined && !isZero(at) && ctx.signs.positive(at);
  });
}

/** Whether a form has the sign inside an interval, by itself or by its derivative and an end. */
function signInside(
  ctx: Context,
  form: Form,
  name: string,
  interval: Interval,
  strict: boolean,
  depth: number,
): boolean {
  const { ring, signs } = ctx;
  if (isZero(form)) return !strict;
  const is = (): boolean => (strict ? signs.positive(form) : signs.nonnegative(form));
  if (is()) return true;
  const byLemmas = signs.scoped(() => {
    learnLemmas(ctx, form);
    return is();
  });
  if (byLemmas) return true;
  const core = coreOf(ctx, form, true);
  if (!core || core.weak || depth >= deepest) return false;
  const own = add(
    ring,
    ...[...core.poly].map(([term, value]): Form => {
      return { scale: Rational.of(value), mono: term, factors: [] };
    }),
  );
  if (!formNames(ring, own).has(name)) return false;
  const slope = derivative(ctx, own, name);
  for (const [end, side] of [
    [interval.lower, 1n],
    [interval.upper, -1n],
  ] as const) {
    if (!end) continue;
    const at = attempt(() => substituteForm(ctx, own, name, constant(ring, end.value)));
    if (!at) continue;
    const isAbove = signs.nonnegative(at);
    if (!isAbove) continue;
    // Where the end is above 0 it is enough that nothing leads down from it.
    const needsRise = strict && !signs.positive(at);
    const upwards = side > 0n ? slope : subtractForms(ring, constant(ring, 0n), slope);
    if (isZero(upwards) && !needsRise) return true;
    if (signInside(ctx, upwards, name, interval, needsRise, depth + 1)) return true;
  }
  return false;
}
