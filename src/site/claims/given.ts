import type { Condition } from "../../record/index.js";
import type { Context } from "../context/context.js";
import { type Html, joinHtml, markup } from "../html/html.js";
import { assumptionTex, assumptionsTex } from "./names.js";

/** Conditions that decide a grade, written out as far as they fit in a line. */
export function conditionWords(conditions: Condition[], { maths }: Context): Html {
  const texts = [...new Set(conditions.map(({ latex, text }) => latex || assumptionTex(text)))];
  if (texts.length === 0) return "";
  if (texts.length > 2) return markup` ${texts.length} conditions hold, listed with the steps`;
  const [first, second] = texts.map((tex) => maths.inline(tex));
  return second ? markup` ${first} and ${second}` : markup` ${first}`;
}

/** What is assumed, names of one kind together: `M, N integer >= 1;` `a < b`. */
export function assumptionList(assumptions: string[], { maths }: Context): Html {
  return heldTogether(assumptionsTex(assumptions).map((tex) => maths.inline(tex)));
}

/** Formulas with a semicolon between each two; none is broken over a line. */
export function heldTogether(all: Html[]): Html {
  const list = all.map(
    (one, i) => markup`<span class="held">${one}${i < all.length - 1 ? markup`;` : ""}</span>`,
  );
  return joinHtml(list, " ");
}
