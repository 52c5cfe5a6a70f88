import type { Command } from "commander";
import { projectRoot } from "../../project/index.js";
import { openLab } from "../lab/openLab.js";

/** `rederive lab`: JupyterLab on the project's notebooks. */
export function addLab(program: Command): void {
  program
    .command("lab")
    .description("open JupyterLab on the notebooks; makes its environment in .venv first")
    .argument("[arguments...]", "passed on to JupyterLab")
    .allowUnknownOption()
    .action(async (rest: string[]) => {
      process.exitCode = await openLab(projectRoot(process.cwd()), rest);
    });
}
