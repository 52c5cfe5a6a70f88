import { join } from "node:path";
import type { Command } from "commander";
import type { GradingLimits } from "../grade/index.js";
import { notebookFiles, verifyNotebooks } from "../run/index.js";
import { buildSite, type Problem, readInput, writeSite } from "../site/index.js";
import { addGradingLimits } from "./limits.js";

/** `rederive build`: static pages from the outputs that notebooks hold. */
export function addBuild(program: Command): void {
  const command = program
    .command("build")
    .description("make static pages from notebooks with stored outputs")
    .argument("[paths...]", "notebooks, or folders of notebooks", ["notebooks"])
    .option("--out <folder>", "where the pages go", "_site");
  addGradingLimits(command).action(async (paths: string[], { out, ...limits }: BuildFlags) => {
    const files = notebookFiles(paths);
    const verify = await verifyNotebooks(files, limits);
    const site = await buildSite(readInput(files, program.version() ?? ""), verify);
    writeSite(site, out);
    site.problems.forEach(report);
    const claims = site.chapters.reduce((sum, chapter) => sum + chapter.claims.length, 0);
    const pages = `${site.chapters.length} ${site.chapters.length === 1 ? "page" : "pages"}`;
    console.log(`${pages} and an index, ${claims} claims: open ${join(out, "index.html")}`);
    if (site.problems.some(({ kind }) => kind === "failure")) process.exitCode = 1;
  });
}

interface BuildFlags extends GradingLimits {
  out: string;
}

function report({ kind, where, text }: Problem): void {
  console.error(`${kind === "failure" ? "does not hold" : "warning"}: ${where}: ${text}`);
}
