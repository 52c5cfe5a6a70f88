import { attempt } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import type { Context } from "./context.js";
import type { Form } from "./ring/form.js";
import { normalForm } from "./normalForm.js";

/** The normal form of an expression, where there is one. */
export const tryForm = (ctx: Context, expr: Expr): Form | undefined =>
  attempt(() => normalForm(ctx, expr));
