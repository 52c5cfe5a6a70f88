import type { RuleId } from "../../record/types.js";
import type { Context } from "../form/context.js";
import type { Form } from "../form/ring/form.js";
import { formAtoms } from "../form/ring/ring.js";
import { whySigned } from "./sign.js";
import { learnTogether } from "./sums/lemmas.js";
import { byTerms } from "./sums/termwise.js";

/** What shows a sign, and by which rule. */
export interface Way {
  rule: RuleId;
  why: string;
}

/** Why a form is positive, or not negative: by its terms where it holds sums, else by a certificate. */
export function wayTo(
  ctx: Context,
  form: Form,
  strict: boolean,
  equations: readonly Form[],
  subject: string,
): Way | undefined {
  const hasSums = [...formAtoms(form)].some((id) => ctx.ring.atoms[id].kind === "sum");
  const terms = hasSums ? byTerms(ctx, form, strict, equations) : undefined;
  if (terms !== undefined) return { rule: "term-by-term", why: terms };
  return ctx.signs.scoped(() => {
    learnTogether(ctx, [form, ...equations]);
    const why = whySigned(ctx, form, strict, equations, subject);
    return why === undefined ? undefined : { rule: "certificate", why };
  });
}
