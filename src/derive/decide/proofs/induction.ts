import { type Assumptions, nameBounds } from "../../assumptions/assumptions.js";
import { type Expr, number, subtract, sumOf, symbol } from "../../tree/expression.js";
import { subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { divide, type Form, fromPoly, isZero } from "../../form/ring/form.js";
import { piecesOf } from "../../form/ring/pieces.js";
import { freeNames, substitute } from "../../tree/names.js";
import { tryForm } from "../../form/tryForm.js";
import { prepare, type Prepared } from "../conditions/prepare.js";

/** A name over which a claim was shown by induction, and where it starts. */
export interface Induction {
  name: string;
  from: bigint;
}

/**
 * Shows `left = right` for every integer N >= N0: it holds at N0, and where it holds at N it does at N + 1. Only names
 * that the assumptions bound from below by a number, and by nothing else, are tried.
 */
export function byInduction(
  left: Expr,
  right: Expr,
  assumptions: Assumptions,
  prepared: Prepared,
): Induction | undefined {
  const names = freeNames(sumOf(left, right));
  for (const fact of assumptions.facts) {
    if (fact.kind !== "integer" || !names.has(fact.name)) continue;
    const from = startOf(fact.name, assumptions);
    if (from === undefined || conditional(fact.name, prepared)) continue;
    // What is false mostly fails at the start already, which is a claim without the name; the step is one with it.
    if (!base(left, right, fact.name, from, assumptions)) continue;
    if (step(prepared.ctx, left, right, fact.name)) return { name: fact.name, from };
  }
  return undefined;
}

/** The least value of a name of which nothing but a lower bound is assumed. */
function startOf(name: string, assumptions: Assumptions): bigint | undefined {
  for (const fact of assumptions.facts) {
    if (fact.kind !== "compare" || !freeNames(fact.expr).has(name)) continue;
    const own = nameBounds({ texts: [], facts: [fact] }).get(name);
    if (fact.relation === "!=" || !own?.lower || own.upper) return undefined;
  }
  const facts = assumptions.facts.filter(
    (fact) => fact.kind === "compare" && freeNames(fact.expr).has(name),
  );
  let start: bigint | undefined;
  for (const fact of facts) {
    if (fact.kind !== "compare") continue;
    const { lower } = nameBounds({ texts: [], facts: [fact] }).get(name)!;
    const open = fact.relation === ">" && lower!.isInteger;
    const least = lower!.isInteger ? lower!.num + (open ? 1n : 0n) : lower!.floor() + 1n;
    if (start === undefined || least > start) start = least;
  }
  return start;
}

/** Whether an open condition speaks of the name: it need not hold at the values in between. */
const conditional = (name: string, { conditions }: Prepared): boolean =>
  conditions.some(({ metBy, demand }) => metBy === undefined && freeNames(demand.expr).has(name));

function step(ctx: Context, left: Expr, right: Expr, name: string): boolean {
  const { ring } = ctx;
  const next = new Map([[name, sumOf(symbol(name), number(1n))]]);
  const now = [left, right].map((side) => tryForm(ctx, side));
  const then = [left, right].map((side) => tryForm(ctx, substitute(side, next)));
  const [l0, r0, l1, r1] = [...now, ...then];
  if (!l0 || !r0 || !l1 || !r1) return false;
  const [gap, later] = [subtractForms(ring, l0, r0), subtractForms(ring, l1, r1)];
  if (isZero(later)) return true;
  if (isZero(gap)) return false;
  if (defined(ctx, divide(ring, later, gap))) return true;
  if (isZero(l0) || isZero(r0)) return false;
  const growth = [divide(ring, l1, l0), divide(ring, r1, r0)];
  return isZero(subtractForms(ring, growth[0], growth[1])) && defined(ctx, growth[0]);
}

/** Whether nothing in a form's denominator can be 0. */
function defined({ ring, signs }: Context, form: Form): boolean {
  return piecesOf(ring, form).every(
    ({ poly, exponent }) => exponent > 0 || signs.nonzero(fromPoly(ring, poly)),
  );
}

/** The same for `left < right` or `left <= right`: at three values, and from each to the next. */
export function gapByInduction(
  left: Expr,
  right: Expr,
  strict: boolean,
  assumptions: Assumptions,
  prepared: Prepared,
): Induction | undefined {
  const gap = subtract(right, left);
  for (const fact of assumptions.facts) {
    if (fact.kind !== "integer" || !freeNames(gap).has(fact.name)) continue;
    const { name } = fact;
    const from = startOf(name, assumptions);
    if (from === undefined || conditional(name, prepared)) continue;
    const holds = ({ signs }: Context, form: Form | undefined) =>
      form !== undefined && (strict ? signs.positive(form) : signs.nonnegative(form));
    const first = [0n, 1n, 2n].every((more) => {
      const own = substitute(gap, new Map([[name, number(from + more)]]));
      const { ctx } = prepare([own], without(name, assumptions));
      return holds(ctx, tryForm(ctx, own));
    });
    if (!first) continue;
    const { ctx } = prepared;
    const next = substitute(gap, new Map([[name, sumOf(symbol(name), number(1n))]]));
    const carried = ctx.signs.scoped(() => {
      const [now, then] = [tryForm(ctx, gap), tryForm(ctx, next)];
      const start = tryForm(ctx, subtract(symbol(name), number(from + 2n)));
      if (!now || !then || !start) return false;
      ctx.signs.learn(start, ">=", "");
      ctx.signs.learn(now, strict ? ">" : ">=", "");
      return holds(ctx, then);
    });
    if (carried) return { name, from };
  }
  return undefined;
}

/** The assumptions that do not speak of a name. */
function without(name: string, assumptions: Assumptions): Assumptions {
  const facts = assumptions.facts.filter((fact) =>
    fact.kind === "compare"
      ? !freeNames(fact.expr).has(name)
      : fact.kind !== "integer" || fact.name !== name,
  );
  return { ...assumptions, facts };
}

function base(
  left: Expr,
  right: Expr,
  name: string,
  from: bigint,
  assumptions: Assumptions,
): boolean {
  const value = new Map([[name, number(from)]]);
  const sides = [left, right].map((side) => substitute(side, value));
  const { ctx } = prepare(sides, without(name, assumptions));
  const [one, two] = sides.map((side) => tryForm(ctx, side));
  return one !== undefined && two !== undefined && isZero(subtractForms(ctx.ring, one, two));
}
