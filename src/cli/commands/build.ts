import { join } from "node:path";
import type { Command } from "commander";
import { pathsHelp } from "../flags/paths.js";
import type { GradingLimits } from "../../grade/index.js";
import { type Freshness, staleText, storedFreshness, verifyNotebooks } from "../../run/index.js";
import { selectNotebooks } from "../../project/index.js";
import { buildSite, type Problem, readInput, type Site, writeSite } from "../../site/index.js";
import { disagreementsOf } from "../reports/disagreements.js";
import { addGradingLimits } from "../flags/limits.js";
import { addRequire, type RequireFlag } from "../flags/require.js";

interface BuildFlags extends GradingLimits, RequireFlag {
  out: string;
  stale?: boolean;
}

/** `rederive build`: static pages from the outputs that notebooks hold. */
export function addBuild(program: Command): void {
  const command = program
    .command("build")
    .description("make static pages from notebooks with stored outputs")
    .argument("[paths...]", pathsHelp)
    .option("--out <folder>", "folder for the pages", "_site")
    .option("--stale", "build outputs that are older than their source, and say so on the page");
  addRequire(addGradingLimits(command)).action(async (paths: string[], flags: BuildFlags) => {
    const { files, ...loaded } = await selectNotebooks(paths);
    const fresh = new Map<string, Freshness>();
    for (const path of files) fresh.set(path, await storedFreshness(path));
    const stale = [...fresh].filter(([, { state }]) => state === "stale");
    if (stale.length && !flags.stale) return refuse(stale);
    const verify = await verifyNotebooks(files, flags);
    const input = readInput(files, program.version() ?? "", loaded);
    const notebooks = input.notebooks.map((notebook, i) => {
      const found = fresh.get(files[i])?.state;
      return found === undefined || found === "fresh" ? notebook : { ...notebook, doubt: found };
    });
    const site = await buildSite({ ...input, notebooks }, verify);
    writeSite(site, flags.out);
    tell(site, flags);
  });
}

function refuse(stale: [string, Freshness][]): void {
  for (const [path, freshness] of stale) {
    console.error(
      `failed: ${path}: ${staleText(freshness)}; execute \`rederive run ${path}\`, or build it as it is with --stale`,
    );
  }
  process.exitCode = 1;
}

const words: Record<Problem["kind"], string> = {
  failure: "failed",
  fault: "error",
  unchecked: "not checked",
  warning: "warning",
};

/** Claims of a chapter that are only tested, or of which nothing is known. */
function openClaims({ slug, claims }: Site["chapters"][number]): string[] {
  return claims
    .filter(({ grade }) => grade === "tested" || grade === "unknown")
    .map(({ id, grade }) => `${slug}: ${id} is ${grade}, not proved`);
}

function tell({ problems, chapters }: Site, { out, require }: BuildFlags): void {
  for (const { kind, where, text } of problems) console.error(`${words[kind]}: ${where}: ${text}`);
  const claims = chapters.reduce((sum, chapter) => sum + chapter.claims.length, 0);
  const unchecked = problems.filter(({ kind }) => kind === "unchecked").length;
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const counts = [
    `${counted(chapters.length, "page")} and an index`,
    counted(claims, "claim"),
    ...(unchecked ? [`${counted(unchecked, "tagged equation")} not checked`] : []),
  ];
  console.log(`${counts.join(", ")}: open ${join(out, "index.html")}`);
  const disagreeing = chapters.flatMap(({ evidence, slug }) =>
    evidence.derivations.flatMap(disagreementsOf).map((text) => `${slug}: ${text}`),
  );
  for (const text of disagreeing) console.error(text);
  const has = (...kinds: Problem["kind"][]) => problems.some(({ kind }) => kinds.includes(kind));
  const open = require === "proved" ? chapters.flatMap(openClaims) : [];
  for (const text of open) console.error(`failed: ${text}`);
  if (open.length || has("failure") || (require && has("unchecked"))) process.exitCode = 1;
  if (has("fault") || disagreeing.length) process.exitCode = 2;
}
