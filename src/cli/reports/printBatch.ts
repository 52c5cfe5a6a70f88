import Table from "cli-table3";
import { type Report, reportRow } from "../../run/index.js";
import { annotations } from "./annotations.js";
import type { Batch } from "./batch.js";
import { reportRoot } from "./writeReports.js";
import { disagreements } from "./disagreements.js";

/**
 * Prints the table of the reports and below it what does not hold, on GitHub with a mark at each place; gives the
 * exit code.
 */
export function printBatch({ reports, errors, skipped }: Batch): number {
  if (reports.length) {
    const table = new Table({
      head: ["notebook", "cells", "values", "claims", "seconds", ""],
      style: { head: [], border: [], compact: true },
      colAligns: ["left", "right", "right", "left", "right", "left"],
    });
    table.push(...reports.map(reportRow));
    console.log(table.toString());
  }
  for (const text of skipped) console.log(`note: ${text}`);
  printRemarks(reports);
  const problems = reports.flatMap((report) => report.problems);
  for (const { text } of problems) console.error(text);
  for (const { message } of errors) console.error(`rederive: ${message}`);
  if (process.env.GITHUB_ACTIONS === "true") {
    for (const line of annotations({ reports, errors }, reportRoot())) console.log(line);
  }
  const disagreeing = disagreements(reports);
  for (const text of disagreeing) console.error(text);
  const isFault = errors.length || disagreeing.length || problems.some(({ fault }) => fault);
  return isFault ? 2 : problems.length ? 1 : 0;
}

/** What does not change the exit code: notes, and equations that nothing was held against. */
function printRemarks(reports: Report[]): void {
  for (const { text } of reports.flatMap(({ notes }) => notes)) console.log(`note: ${text}`);
  const unchecked = reports.flatMap((report) => report.unchecked);
  for (const { text } of unchecked) console.log(text);
  if (unchecked.length) {
    const what = unchecked.length === 1 ? "equation is" : "equations are";
    console.log(
      `${unchecked.length} tagged ${what} not checked; --require checked treats this as a failure`,
    );
  }
}
