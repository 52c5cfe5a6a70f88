import type { Condition, Step } from "../../record/index.js";
import type { Context } from "../context/context.js";
import { escapeHtml } from "../html/escape.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import { ruleLinks } from "./ruleKey.js";
import { assumptionTex, pointTex, valueTex } from "./names.js";

/** The record of one step: conditions and what met them, method, witness or bound, what it settles. */
export function evidence(step: Step, context: Context): Html {
  const rows: [string, Html][] = [];
  const many = step.conditions.length > 1;
  if (step.conditions.length) {
    const list = step.conditions.map((condition) => conditionText(condition, context));
    rows.push([many ? "Conditions" : "Condition", joinHtml(list)]);
  }
  if (step.method && step.method !== "none")
    rows.push(["Method", context.markdown.inline(sentence(step.method))]);
  if (step.witness) rows.push(["Fails at", witnessText(step, context)]);
  if (step.reason) rows.push([reasonName(step), context.markdown.inline(sentence(step.reason))]);
  const rules = ruleLinks(step);
  if (rules) rows.push(["Rules", rules]);
  const settled = places(step, context);
  if (settled) rows.push(["In the notes", settled]);
  if (!rows.length)
    rows.push([
      "Method",
      step.grade === "assumed" ? markup`Nothing to check.` : markup`None recorded.`,
    ]);
  return markup`<dl class="evidence ${escapeHtml(step.grade)}">${rows.map(
    ([term, text]) => markup`<div><dt>${escapeHtml(term)}</dt><dd>${text}</dd></div>`,
  )}</dl>`;
}

function conditionText({ latex, text, metBy }: Condition, context: Context): Html {
  const condition = context.maths.inline(latex || assumptionTex(text));
  return markup`<p>${condition}, ${metBy ? markup`met by ${assumption(metBy, context)}` : markup`still open`}.</p>`;
}

/** What meets a condition is an assumption, or a sentence of the checker's. */
function assumption(text: string, context: Context): Html {
  return /[<>=]|\binteger\b/.test(text)
    ? context.maths.inline(assumptionTex(text))
    : context.markdown.inline(text);
}

function sentence(text: string): string {
  return /^[a-z]+\b(?!\()/.test(text) ? text[0].toUpperCase() + text.slice(1) : text;
}

/** The point and the two values there. */
export function witnessText(step: Step, context: Context): Html {
  const { witness } = step;
  if (!witness) return "";
  const point = pointText(step, context);
  const at = point ? markup`${point}: ` : "";
  const values = witnessValues(step);
  if (values) return markup`${at}${context.maths.inline(values)}`;
  return markup`${at}left side ${escapeHtml(witness.lhs)}, right side ${escapeHtml(witness.rhs)}`;
}

/** The point at which a claim fails, one formula for each name, so that a long list has lines. */
export function pointText({ witness }: Step, context: Context): Html {
  const formulas = pointTex(witness?.point ?? {}).map((tex) => context.maths.inline(tex));
  return joinHtml(
    formulas.map((formula, i) =>
      i < formulas.length - 1 ? markup`<span class="held">${formula},</span>` : formula,
    ),
    " ",
  );
}

/** Two numbers that should be one, the printed side's first; undefined where there are words. */
export function witnessValues(
  { witness, relation }: Step,
  printed: "lhs" | "rhs" = "rhs",
): string | undefined {
  if (!witness) return undefined;
  const values = [witness[printed], witness[printed === "lhs" ? "rhs" : "lhs"]].map((value) =>
    value.trim(),
  );
  if (!values.every((value) => /^-?[\d./]+$/.test(value))) return undefined;
  const apart = relation === "=" || relation === "≈" ? "\\ne" : "\\text{ against }";
  return `${valueTex(values[0])} ${apart} ${valueTex(values[1]).replace(/ \\approx.*$/, "")}`;
}

function reasonName(step: Step): string {
  if (step.grade === "tested") return "Tested at";
  return step.grade === "unknown" ? "What is missing" : "Reason";
}

function places(step: Step, { inventory }: Context): Html {
  return joinHtml(
    step.items.map((number) => {
      const place = inventory.find((item) => item.number === number)?.place;
      return place && place !== "-" ? markup`${number} (${escapeHtml(place)})` : markup`${number}`;
    }),
    ", ",
  );
}
