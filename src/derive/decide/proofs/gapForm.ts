import type { Assumptions } from "../../assumptions/assumptions.js";
import { attempt } from "../../tree/errors.js";
import { type Expr, subtract } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import type { Form } from "../../form/ring/form.js";
import { formExpression } from "../../form/formExpression.js";
import { tryForm } from "../../form/tryForm.js";
import { contextFor } from "../conditions/prepare.js";

/** It only tells where points may be worth a look: most of a claim's work is kept for the proof and the points. */
const mostWork = 300_000;

/** The difference of two sides as a form that holds wherever the assumptions do and both sides have values. */
export function gapForm(
  [left, right]: [Expr, Expr],
  assumptions: Assumptions,
): { ctx: Context; form: Form; expr?: Expr } | undefined {
  const ctx = contextFor([left, right], assumptions, mostWork);
  const form = tryForm(ctx, subtract(right, left));
  if (!form || ctx.needs.length || ctx.convergent.size) return undefined;
  return { ctx, form, expr: expressionOf(ctx, form) };
}

/** The form as an expression; undefined where none stands for it, or one that is too long. */
const expressionOf = (ctx: Context, form: Form): Expr | undefined =>
  attempt(() => formExpression(ctx, form));
