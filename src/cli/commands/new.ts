import { relative } from "node:path";
import type { Command } from "commander";
import { newProject } from "../create/newProject.js";

/** `rederive new`: a project of one's own, with a chapter, a test and what runs them. */
export function addNew(program: Command): void {
  program
    .command("new")
    .description("start a project of your own: a chapter, a test, settings, CI")
    .argument("<folder>", "where it is to stand; a folder that is empty, or not there yet")
    .action((folder: string) => {
      const { files, place } = newProject(folder);
      for (const file of files) console.log(`wrote ${file}`);
      const way = relative(process.cwd(), place);
      const steps = [...(way ? [`cd ${/\s/.test(way) ? `"${way}"` : way}`] : []), "npm start"];
      console.log(`\nNext:\n${steps.map((step) => `  ${step}`).join("\n")}`);
      console.log("and open _site/index.html. README.md says the rest.");
    });
}
