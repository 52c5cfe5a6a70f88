import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Command } from "commander";
import type { Batch } from "./batch.js";
import { junitXml } from "./junit.js";
import { jsonReport } from "./jsonReport.js";
import { sarif } from "./sarif.js";
import { summary } from "./summary.js";

/** Where a command writes its results besides the terminal. */
export interface ReportFlags {
  junit?: string;
  sarif?: string;
  json?: string;
}

/** The flags that write the results for other programs. */
export function addReports(command: Command): Command {
  return command
    .option("--junit <file>", "write the results as JUnit XML, too")
    .option("--sarif <file>", "write what does not hold as SARIF, too")
    .option("--json <file>", "write the results as JSON, too");
}

/** The folder below which CI services name files. */
export const reportRoot = (): string => process.env.GITHUB_WORKSPACE ?? process.cwd();

/** Writes the results as the flags say; on GitHub the job's summary gets them, too. */
export function writeReports(batch: Batch, flags: ReportFlags): void {
  write(flags.junit, () => junitXml(batch));
  write(flags.sarif, () => sarif(batch, reportRoot()));
  write(flags.json, () => jsonReport(batch));
  const page = process.env.GITHUB_STEP_SUMMARY;
  if (page) appendFileSync(page, summary(batch));
}

function write(file: string | undefined, text: () => string): void {
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text());
}
