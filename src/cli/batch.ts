import { basename } from "node:path";
import Table from "cli-table3";
import { Listr } from "listr2";
import { notebookFiles, type Report, reportRow } from "../run/index.js";

type Work = (path: string, onCell: (done: number, of: number) => void) => Promise<Report>;

/** Does one piece of work for each notebook, two at a time, with progress, and gives the reports in order. */
export async function forEachNotebook(
  paths: string[],
  verb: string,
  work: Work,
): Promise<Report[]> {
  const files = notebookFiles(paths);
  const reports: Report[] = [];
  const tasks = new Listr(
    files.map((path, i) => ({
      title: basename(path),
      task: async (_: unknown, task: { title: string }) => {
        const title = basename(path);
        const report = await work(path, (done, of) => {
          if (process.stdout.isTTY) task.title = `${title}  ${verb} cell ${done + 1} of ${of}`;
        });
        reports[i] = report;
        task.title = `${title}  ${report.seconds.toFixed(1)} s`;
        if (report.problems.length) throw new Error(`${title}  does not hold`);
      },
    })),
    {
      concurrent: 2,
      exitOnError: false,
      collectErrors: "minimal",
      renderer: process.stdout.isTTY ? "default" : "simple",
    },
  );
  await tasks.run();
  // A task that threw before it had a report could not do its work: that error is the command's.
  if (reports.filter(Boolean).length < files.length) throw unreported(tasks.errors, reports);
  return reports;
}

function unreported(errors: Error[], reports: Report[]): Error {
  const known = new Set(
    reports.filter(Boolean).map(({ path }) => `${basename(path)}  does not hold`),
  );
  return errors.find((error) => !known.has(error.message)) ?? errors[0];
}

/** Prints the table of the reports and their problems; gives the exit code. */
export function printReports(reports: Report[]): number {
  const table = new Table({
    head: ["notebook", "cells", "values", "claims", "seconds", ""],
    style: { head: [], border: [], compact: true },
    colAligns: ["left", "right", "right", "left", "right", "left"],
  });
  table.push(...reports.map(reportRow));
  console.log(table.toString());
  const problems = reports.flatMap((report) => report.problems);
  for (const problem of problems) console.error(problem);
  return problems.length ? 1 : 0;
}
