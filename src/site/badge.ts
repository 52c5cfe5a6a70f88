import type { Finding } from "../agree/index.js";
import type { Context } from "./context.js";
import { conditionWords, assumptionList } from "./given.js";
import { gradeLabel, notChecked } from "./grades.js";
import { type Html, markup } from "./html.js";

/** Assumptions that stand beside an equation as they are; more are folded. */
const most = 4;

/** What stands beside a tagged equation: what its printed sides are worth, under which assumptions and conditions. */
export function badge(finding: Finding, context: Context): Html {
  if (finding.kind === "unchecked" || finding.kind === "mistagged")
    return notChecked("not checked");
  if (finding.kind === "differs") return notChecked("not what its derivation checked");
  const { grade, assumptions, conditions } = finding;
  const derived = grade === "proved-if" || grade === "tested";
  const words = derived ? conditionWords(conditions, context) : "";
  const open = grade === "tested" && words ? markup` if${words}` : words;
  return markup`${gradeLabel(grade, open)}${given(assumptions, context)}`;
}

function given(assumptions: string[], context: Context): Html {
  if (!assumptions.length) return "";
  const list = assumptionList(assumptions, context);
  if (assumptions.length <= most) return markup`<span class="given">given ${list}</span>`;
  return markup`<details class="given"><summary>given ${assumptions.length} assumptions</summary>${list}</details>`;
}
