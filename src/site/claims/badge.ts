import type { Finding } from "../../agree/index.js";
import type { Context } from "../context/context.js";
import { escapeHtml } from "../html/escape.js";
import { assumptionList, conditionWords, heldTogether } from "./given.js";
import { gradeLabel, notChecked } from "./grades.js";
import { type Html, joinHtml, markup } from "../html/html.js";

/** Assumptions that stand beside an equation as they are; more are folded. */
const mostAssumptions = 4;
/** The same of definitions, and the longest TeX of one: about as wide as the column. */
const mostDefinitions = 2;
const longest = 70;

/** What stands beside a tagged equation: what its printed sides are worth, under which assumptions and conditions. */
export function badge(finding: Finding, context: Context): Html {
  if (finding.kind === "unchecked" || finding.kind === "mistagged")
    return notChecked("not checked");
  if (finding.kind === "differs") return notChecked("not what its derivation checked");
  const { grade, assumptions, definitions, conditions } = finding;
  const derived = grade === "proved-if" || grade === "tested";
  const words = derived ? conditionWords(conditions, context) : "";
  const open = grade === "tested" && words ? markup` if${words}` : words;
  return joinHtml([
    gradeLabel(grade, open),
    given(assumptions, context),
    defined(definitions, context),
  ]);
}

function given(assumptions: string[], context: Context): Html {
  const list = assumptionList(assumptions, context);
  const short = assumptions.length <= mostAssumptions;
  return beside("given", assumptions.length, "assumption", list, short);
}

/** The definitions that the names of an equation need. */
function defined(definitions: string[], { maths }: Context): Html {
  const list = heldTogether(definitions.map((tex) => maths.inline(tex)));
  const short =
    definitions.length <= mostDefinitions && definitions.every(({ length }) => length <= longest);
  return beside("with", definitions.length, "definition", list, short);
}

/** `given a < b`, or a fold that says how many there are. */
function beside(word: string, count: number, noun: string, list: Html, short: boolean): Html {
  if (count === 0) return "";
  const before = escapeHtml(word);
  if (short) return markup`<span class="given">${before} ${list}</span>`;
  const all = escapeHtml(`${count} ${count === 1 ? noun : `${noun}s`}`);
  return markup`<details class="given"><summary>${before} ${all}</summary>${list}</details>`;
}
