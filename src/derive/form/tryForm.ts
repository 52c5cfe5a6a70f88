import { isNoAnswer } from "../errors.js";
import type { Expr } from "../expression.js";
import type { Context } from "./context.js";
import type { Form } from "./form.js";
import { normalForm } from "./normalForm.js";

/** The normal form of an expression, where there is one. */
export function tryForm(ctx: Context, expr: Expr): Form | undefined {
  try {
    return normalForm(ctx, expr);
  } catch (error) {
    if (isNoAnswer(error)) return undefined;
    throw error;
  }
}
