import type { DerivationJSON, Step } from "../../record/index.js";
import { rules as known } from "../../record/rules/rules.js";
import { ruleAnchor } from "../context/ruleAnchors.js";
import { escapeHtml } from "../html/escape.js";
import { type Html, joinHtml, markup } from "../html/html.js";

/** The rules of a step that says more than what is given; none in a record of before there were any. */
const rulesOf = ({ grade, rules = [] }: Step): string[] =>
  grade === "assumed" ? [] : rules.filter((id) => known.has(id));

/** The rules by which a step was graded, each a link to what it says. */
export function ruleLinks(step: Step): Html {
  const links = rulesOf(step).map(
    (id) => markup`<a class="id" href="#${escapeHtml(ruleAnchor(id))}">${escapeHtml(id)}</a>`,
  );
  return joinHtml(links, ", ");
}

/** What the rules of a page's steps say and suppose, once for the page, in a fold. */
export function ruleKey(derivations: readonly DerivationJSON[]): Html {
  const used = new Set(derivations.flatMap(({ steps }) => steps.flatMap(rulesOf)));
  const entries = [...known].flatMap(([id, { rule, sideCondition }]) =>
    used.has(id)
      ? markup`<div id="${escapeHtml(ruleAnchor(id))}"><dt><code>${escapeHtml(id)}</code></dt><dd>${escapeHtml(rule)}. Side condition: ${escapeHtml(sideCondition)}.</dd></div>`
      : [],
  );
  if (!entries.length) return "";
  return markup`<details class="key"><summary>The rules by which the steps were graded</summary><dl>${entries}</dl></details>`;
}
