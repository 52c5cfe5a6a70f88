import { reportRow } from "../../run/index.js";
import type { Batch } from "./batch.js";

/** Problems that a summary shows: who wants all of them opens the log. */
const mostShown = 50;

/**
 * A batch as Markdown: a table of the notebooks, and what does not hold.
 *
 * @source GitHub's "Workflow commands for GitHub Actions", adding a job summary
 */
export function summary({ reports, errors, skipped }: Batch): string {
  const rows = reports.map((report) => row(reportRow(report)));
  const table = rows.length
    ? [
        row(["notebook", "cells", "values", "claims", "seconds", ""]),
        row(Array(6).fill("---")),
        ...rows,
      ]
    : [];
  const problems = [
    ...reports.flatMap((report) => report.problems.map(({ text }) => text)),
    ...errors.map(({ message }) => message),
  ];
  const more = problems.length - mostShown;
  return [
    "## Notebooks",
    "",
    ...table,
    ...(problems.length ? ["", "### What does not hold", ""] : []),
    ...problems.slice(0, mostShown).map(item),
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...(skipped.length ? ["", "### Not run", "", ...skipped.map(item)] : []),
    "",
  ].join("\n");
}

const row = (cells: string[]): string =>
  `| ${cells.map((cell) => cell.replace(/[|\\]/g, "\\$&")).join(" | ")} |`;

/** A problem of several lines stays one entry: its lines are code below its first one. */
function item(text: string): string {
  const [first, ...rest] = text.split("\n");
  const head = `- ${first.replace(/[<>&*_`[\]\\|~]/g, (character) => `&#${character.charCodeAt(0)};`)}`;
  return [head, ...rest.map((line) => `      ${line}`)].join("\n");
}
