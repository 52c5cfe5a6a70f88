import type { Assumptions } from "../assumptions/assumptions.js";
import { type Claim, decide } from "../opinion/decide.js";
import { contextFor } from "../decide/conditions/prepare.js";
import { tryForm } from "../form/tryForm.js";
import { DerivationError } from "../tree/errors.js";
import { type Expr, number, subtract, symbol } from "../tree/expression.js";
import { asRational, divide, type Form, isZero, negated } from "../form/ring/form.js";
import type { Context } from "../form/context.js";
import { isClosed } from "../tree/names.js";
import { isWorkedOut } from "../given/dress.js";
import type { Provision } from "./provided.js";
import { entriesOf, isList } from "../tensor/list.js";

/** A claim's sides before and after the provisions gave names their values. */
export interface Sides {
  relation: Claim["relation"];
  written: [Expr, Expr];
  valued: [Expr, Expr];
}

/**
 * Refuses conditions for one step that say nothing but its claim, up to a factor that is known not to be 0, and those
 * about numbers alone that do not hold.
 *
 * @param assumptions what is assumed without the conditions
 */
export function refuseCircle(provision: Provision, sides: Sides, assumptions: Assumptions): void {
  const { relation, written, valued } = sides;
  for (const { text } of provision.conditions) {
    for (const fact of provision.assumptions.facts) {
      if (fact.kind !== "compare" || fact.text !== text) continue;
      if (isClosed(fact.expr)) refuseUnlessTrue(text, fact.expr, fact.relation);
      const signed = relation === "<" || relation === "<=";
      if (isWorkedOut(fact.expr, valued)) continue;
      if (saysSame(fact.expr, valued, assumptions, signed)) refuse(text);
    }
  }
  for (const [name, value] of provision.values) {
    const condition = provision.conditions.find(({ text }) => text.startsWith(`${name} `));
    if (relation !== "=" || !condition) continue;
    if (saysSame(subtract(symbol(name), value), written, assumptions, false))
      refuse(condition.text);
  }
}

function refuse(text: string): never {
  throw new DerivationError(`provided: \`${text}\` is the claim itself`);
}

function refuseUnlessTrue(text: string, expr: Expr, relation: ">" | ">=" | "!="): void {
  const nothing: Assumptions = { texts: [], facts: [] };
  const zero = number(0n);
  const holds = (left: Expr, right: Expr, strict: boolean) =>
    decide({ left, relation: strict ? "<" : "<=", right }, nothing).grade === "proved";
  const above = holds(zero, expr, relation !== ">=");
  if (above || (relation === "!=" && holds(expr, zero, true))) return;
  throw new DerivationError(`provided: \`${text}\` is about numbers alone and does not hold`);
}

/** Whether a condition is about the difference of two sides, or of two entries, times what is positive, or not 0. */
function saysSame(
  condition: Expr,
  [left, right]: [Expr, Expr],
  assumptions: Assumptions,
  signed: boolean,
): boolean {
  const ctx = contextFor([condition, left, right], assumptions);
  const own = tryForm(ctx, condition);
  if (!own || isZero(own)) return false;
  const [ones, twos] = [left, right].map((side) => (isList(side) ? entriesOf(side) : [side]));
  return ones.some((one, i) => {
    const gap = twos[i] && tryForm(ctx, subtract(twos[i], one));
    // A difference that is a number is no claim about names, which a condition could repeat.
    return gap !== undefined && !asRational(gap) && proportional(ctx, own, gap, signed);
  });
}

function proportional(ctx: Context, one: Form, two: Form, signed: boolean): boolean {
  const factor = divide(ctx.ring, one, two);
  return ctx.signs.positive(factor) || (!signed && ctx.signs.positive(negated(factor)));
}
