import type { Command } from "commander";
import type { Place } from "../../run/index.js";

/** The flag that names the kernel in which cells are run. */
export function addKernel(command: Command): Command {
  return command.option(
    "--kernel <name>",
    "run the cells in this installed kernel (default: the notebook's own)",
  );
}

export type KernelFlag = Pick<Place, "kernel">;
