import type { Erratum, Relation, Step } from "../derive/types.js";
import { partsOf } from "./breaking.js";
import { markDifference } from "./marked.js";
import { type Node, parseMathml, printMathml } from "./tree.js";

/** How a relation is written in TeX. */
export const relationTex: Record<Relation, string> = {
  "=": "=",
  "<": "<",
  "<=": "\\le",
  "≈": "\\approx",
  "<=>": "\\iff",
  "=>": "\\implies",
  O: "\\in O",
};

/** An erratum typeset: both forms whole, and the sides in which they differ alone. */
export interface Slip {
  printed: string;
  corrected: string;
  printedSide: string;
  correctedSide: string;
  /** The side on which the slip stands; the right one where both differ. */
  side: "lhs" | "rhs";
  /** The marked pieces in words, for those who do not see the marks. */
  wrong: string;
  right: string;
}

/** Compares the two forms side by side, so that a turned equation or another order of a sum is not marked. */
export function slipOf({ asWritten, corrected }: Erratum, typeset: (tex: string) => string): Slip {
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
  return `a ${relationTex[relation] ?? "="} a`;
}

/** One formula from two sides and the sign between them. */
function joined(left: string, sign: string, right: string, tex: string): string | undefined {
  const trees = [left, sign, right].map(parseMathml);
  if (!trees.every((tree): tree is Node => tree !== undefined)) return undefined;
  const [before, middle, after] = trees.map((tree) => partsOf(tree).content);
  const nodes = [...before, ...middle.slice(1, -1), ...after];
  const row: Node = { name: "mrow", attributes: "", children: nodes, text: "" };
  const annotation = tex.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const head = /^<math[^>]*>/.exec(left)?.[0] ?? "<math>";
  return head.includes("display")
    ? `${head}<semantics>${printMathml(row)}<annotation encoding="application/x-tex">${annotation}</annotation></semantics></math>`
    : `${head}${printMathml(row)}</math>`;
}
