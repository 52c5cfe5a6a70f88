import { attempt } from "../../tree/errors.js";
import type { Context } from "../../form/context.js";
import { asRational, type Form } from "../../form/ring/form.js";
import { formAtoms } from "../../form/ring/ring.js";
import { overAngles } from "../../functions/angles/angles.js";
import { isInteger } from "../../functions/integers.js";
import { learnLemmas } from "../../signs/lemmas.js";
import type { Need } from "./demands.js";

/** Whether a form is shown to be what is needed of it: as it stands, by what is always true of its functions, or of one angle. */
export function isShown(ctx: Context, need: Need, form: Form): boolean {
  if (holds(ctx, need, form)) return true;
  const calls = [...formAtoms(form)].some((id) => ctx.ring.atoms[id].kind === "call");
  if (!calls || need === "integer" || need === "count") return false;
  return withLemmas(ctx, need, form) || overOneAngle(ctx, need, form);
}

function withLemmas(ctx: Context, need: Need, form: Form): boolean {
  return ctx.signs.scoped(() => {
    learnLemmas(ctx, form);
    return holds(ctx, need, form);
  });
}

function overOneAngle(ctx: Context, need: Need, form: Form): boolean {
  return (["cos", "sin"] as const).some((squared) => {
    const since = ctx.needs.length;
    const written = attempt(() => overAngles(ctx, form, squared));
    const isFree = ctx.needs.splice(since).length === 0;
    return written !== undefined && isFree && holds(ctx, need, written);
  });
}

function holds(ctx: Context, need: Need, form: Form): boolean {
  const { signs } = ctx;
  const plain = asRational(form);
  if (need === "nonzero") return plain ? plain.sign !== 0 : signs.nonzero(form);
  if (need === "positive") return plain ? plain.sign > 0 : signs.positive(form);
  if (need === "nonnegative") return plain ? plain.sign >= 0 : signs.nonnegative(form);
  if (need === "integer") return isInteger(ctx, form);
  if (plain) return plain.isInteger && plain.sign >= 0;
  return isInteger(ctx, form) && signs.nonnegative(form);
}
