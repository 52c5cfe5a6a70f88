import type { Context } from "../form/context.js";
import type { Form } from "../form/ring/form.js";
import { certified, certifiedText } from "./certificates/certified.js";
import { refuted } from "./certificates/refuted.js";

/** Why a form is positive, or not negative, as a sentence; undefined where no certificate is found. */
export function whySigned(
  ctx: Context,
  form: Form,
  strict: boolean,
  equations: readonly Form[],
  subject: string,
): string | undefined {
  const direct = certified(ctx, form, strict, equations);
  if (!direct) return refuted(ctx, form, strict, equations);
  const from = direct.used.length ? ` (from ${direct.used.join(", ")})` : "";
  return `${certifiedText(subject, direct)}${from}`;
}
