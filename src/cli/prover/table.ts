import Table from "cli-table3";
import type { Grade } from "../../record/types.js";
import type { GradedClaim } from "../../derive/claims/gradedClaim.js";

/** A grade with the mark that the pages give it. */
export const marked = (grade: Grade): string => `${marks[grade]} ${grade}`;

const marks = {
  proved: "■",
  "proved-if": "◪",
  tested: "▦",
  refuted: "☒",
  unknown: "□",
  assumed: "□",
};

/** The graded claims as a table that fits a terminal of so many columns. */
export function claimsTable(claims: GradedClaim[], columns: number): string {
  const ids = Math.min(24, Math.max(4, ...claims.map(({ id }) => (id ?? "").length + 2)));
  const wide = Math.max(20, columns - ids - 13 - 11 - 5);
  const table = new Table({
    head: ["id", "grade", "evidence", "ms"],
    style: { head: [], border: [], compact: true },
    colAligns: ["left", "left", "left", "right"],
    colWidths: [ids, 13, wide, 11],
    wordWrap: true,
    wrapOnWordBoundary: false,
  });
  for (const claim of claims) {
    table.push([claim.id ?? "", marked(claim.grade), evidence(claim), claim.ms.toFixed(1)]);
  }
  return table.toString();
}

/** What stands behind a grade, in one line. */
export function evidence({ witness, reason, conditions, method }: GradedClaim): string {
  if (witness) {
    const point = Object.entries(witness.point).map(([name, value]) => `${name} = ${value}`);
    const at = point.length ? ` at ${point.join(", ")}` : "";
    return `left ${witness.lhs}, right ${witness.rhs}${at}`;
  }
  if (reason) return reason;
  const open = conditions.filter(({ metBy }) => metBy === undefined).map(({ text }) => text);
  return open.length ? `if ${open.join(", ")}: ${method}` : method;
}
