import type { Condition, Step } from "../derive/types.js";
import type { Context } from "./context.js";
import { escapeHtml } from "./escape.js";
import { assumptionTex, pointTex, valueTex } from "./names.js";

/** The record of one step: conditions and what met them, method, witness or bound, what it settles. */
export function evidence(step: Step, context: Context): string {
  const rows: [string, string][] = [];
  const many = step.conditions.length > 1;
  if (step.conditions.length) {
    const list = step.conditions.map((condition) => conditionText(condition, context));
    rows.push([many ? "Conditions" : "Condition", list.join("<br>")]);
  }
  if (step.method) rows.push(["Method", context.markdown.inline(step.method)]);
  if (step.witness) rows.push(["Fails at", witnessText(step, context)]);
  if (step.reason) rows.push([reasonName(step), context.markdown.inline(step.reason)]);
  const settled = places(step, context);
  if (settled) rows.push(["In the notes", settled]);
  if (!rows.length)
    rows.push(["Method", step.grade === "assumed" ? "Nothing to check." : "None recorded."]);
  return `<dl class="evidence ${step.grade}">${rows
    .map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`)
    .join("")}</dl>`;
}

function conditionText({ latex, text, metBy }: Condition, context: Context): string {
  const condition = context.maths.inline(latex || assumptionTex(text));
  return metBy
    ? `${condition}, met by ${context.maths.inline(assumptionTex(metBy))}.`
    : `${condition}, still open.`;
}

/** The point and the two values there. */
export function witnessText({ witness, relation }: Step, context: Context): string {
  if (!witness) return "";
  const point = pointTex(witness.point);
  const at = point ? `${context.maths.inline(point)}: ` : "";
  const apart = relation === "=" || relation === "≈" ? "\\ne" : "\\text{ against }";
  const values = [witness.lhs, witness.rhs].map((value) => value.trim());
  if (values.every((value) => /^-?[\d./]+$/.test(value))) {
    return at + context.maths.inline(values.map(valueTex).join(` ${apart} `));
  }
  const [left, right] = values.map(escapeHtml);
  return `${at}left side ${left}, right side ${right}`;
}

function reasonName(step: Step): string {
  if (step.grade === "tested") return "Tested at";
  return step.grade === "unknown" ? "What is missing" : "Reason";
}

function places(step: Step, { inventory }: Context): string {
  return step.items
    .map((number) => {
      const place = inventory.find((item) => item.number === number)?.place;
      return place && place !== "-" ? `${number} (${escapeHtml(place)})` : `${number}`;
    })
    .join(", ");
}
