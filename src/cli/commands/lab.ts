import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { projectRoot } from "../../project/index.js";

/** `rederive lab`: JupyterLab on the project's notebooks; what `npm run lab` does. */
export function addLab(program: Command): void {
  program
    .command("lab")
    .description("open JupyterLab on notebooks/; sets up its environment first")
    .argument("[arguments...]", "passed on to JupyterLab")
    .allowUnknownOption()
    .action((rest: string[]) => {
      const root = projectRoot(process.cwd());
      const script = join(root, "scripts", "lab.mjs");
      if (!existsSync(script)) {
        console.error(
          `rederive lab: ${root} has no scripts/lab.mjs; run it in a clone of rederive`,
        );
        process.exitCode = 2;
        return;
      }
      const run = spawnSync(process.execPath, [script, ...rest], { cwd: root, stdio: "inherit" });
      process.exitCode = run.status ?? 2;
    });
}
