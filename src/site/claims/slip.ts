import { escapeHtml } from "../html/escape.js";
import { type Html, markup } from "../html/html.js";
import type { Erratum, Relation, Step } from "../../record/index.js";
import { partsOf } from "../maths/breaking.js";
import { markDifference } from "../maths/marked.js";
import { type Node, parseMathml, printMathml } from "../maths/tree.js";

/** How relations are written in TeX. */
const relations: Record<Relation, string> = {
  "=": "=",
  "<": "<",
  "<=": "\\le",
  "≈": "\\approx",
  "<=>": "\\iff",
  "=>": "\\implies",
  O: "\\in O",
};

export function relationTex(relation: Relation): string {
  return relations[relation];
}

/** An erratum typeset: both forms whole, and the sides in which they differ alone. */
export interface Slip {
  printed: Html;
  corrected: Html;
  printedSide: Html;
  correctedSide: Html;
  /** The side on which the slip stands; the right one where both differ. */
  side: "lhs" | "rhs";
  /** The marked pieces in words, for those who do not see the marks. */
  wrong: string;
  right: string;
}

/** Compares the two forms side by side, so that a turned equation or another order of a sum is not marked. */
export function slipOf({ asWritten, corrected }: Erratum, typeset: (tex: string) => Html): Slip {
  const sides = (["lhsLatex", "rhsLatex"] as const).map((side) =>
    markDifference(typeset(asWritten[side]), typeset(corrected[side])),
  );
  const differing = sides.filter(({ wrong }) => wrong);
  // Nothing to mark in either side: the slip is in the relation, or too deep for this comparison.
  const only = differing.length === 1 ? differing[0] : undefined;
  const whole = (side: "left" | "right", step: Step) =>
    joined(sides[0][side], typeset(between(step.relation)), sides[1][side], step.latex) ??
    typeset(step.latex);
  const printed = whole("left", asWritten);
  const right = whole("right", corrected);
  return {
    printed,
    corrected: right,
    side: only && only === sides[0] ? "lhs" : "rhs",
    printedSide: only?.left ?? printed,
    correctedSide: only?.right ?? right,
    wrong: differing.map(({ wrong }) => wrong).join(", "),
    right: differing.map((one) => one.corrected).join(", "),
  };
}

/** A sign gets its space only where it stands between two things. */
function between(relation: Relation): string {
  return `a ${relationTex(relation)} a`;
}

/** One formula from two sides and the sign between them. */
function joined(left: Html, sign: Html, right: Html, tex: string): Html | undefined {
  const trees = [left, sign, right].map(parseMathml);
  if (!trees.every((tree): tree is Node => tree !== undefined)) return undefined;
  const [before, middle, after] = trees.map((tree) => partsOf(tree).content);
  const nodes = [...before, ...middle.slice(1, -1), ...after];
  const row: Node = { name: "mrow", attributes: "", children: nodes, text: "" };
  return left.startsWith('<math display="block"')
    ? markup`<math display="block"><semantics>${printMathml(row)}<annotation encoding="application/x-tex">${escapeHtml(tex)}</annotation></semantics></math>`
    : markup`<math>${printMathml(row)}</math>`;
}
