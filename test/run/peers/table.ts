import { comparison } from "./comparison.js";
import { errors } from "./errors.js";
import { files } from "./files.js";
import { processes } from "./processes.js";
import type { PublicReport } from "./publicReport.js";

/** All reports, each of another cause. */
export const publicReports: PublicReport[] = [...comparison, ...errors, ...processes];

/** The text of README.md: what was reported, why it happened there, what is right, and what this program did. */
export function table(): string {
  const all = [...publicReports, ...files];
  const rows = all.map(({ reference, cause, right, before = "the right thing" }) => {
    const [repository, number] = reference.split("#");
    const link = `[${reference}](https://github.com/${repository}/issues/${number})`;
    return `| ${link} | ${cause} | ${right} | ${before} |`;
  });
  return [
    "# Public reports, tried here",
    "",
    `${all.length} reports on other tools that run or check notebooks, of as many causes. Each has a small input of its own in this folder,`,
    "and a test with the right behaviour as its title. `node --import tsx test/run/peers/writeTable.ts` makes this page.",
    "",
    "| report | cause there | right behaviour, and held here | when first tried, this program did |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
