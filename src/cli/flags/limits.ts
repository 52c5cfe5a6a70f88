import type { Command } from "commander";
import { defaultLimits, type Limits } from "../../run/index.js";
import type { CheckConfig } from "../../project/index.js";
import { positive } from "./positive.js";

export interface LimitFlags {
  timeout?: number;
  memory?: number;
  outputLimit?: number;
}

/** The flags that bound what a cell may use. */
export function addLimits(command: Command): Command {
  return command
    .option("--timeout <seconds>", limitText("time limit of a cell", "timeout"), positive)
    .option("--memory <MiB>", limitText("memory limit of a notebook", "memory"), positive)
    .option("--output-limit <MiB>", limitText("output limit of a cell", "output"), positive);
}

// No default of commander's: what a flag leaves open, the settings of the project say.
const limitText = (what: string, limit: keyof Limits) =>
  `${what} (default: that of rederive.config.ts, else ${defaultLimits[limit]})`;

/** The limits of the flags, else of the project's settings, else those that hold everywhere. */
export function limitsOf(flags: LimitFlags, settings: CheckConfig): Limits {
  return {
    timeout: flags.timeout ?? settings.timeout ?? defaultLimits.timeout,
    memory: flags.memory ?? settings.memory ?? defaultLimits.memory,
    output: flags.outputLimit ?? settings.outputLimit ?? defaultLimits.output,
  };
}

/** MiB of a process that grades: the engine takes about 100, and long numbers and polynomials the rest. */
const ownMemory = 512;

/** The flags that bound what the grading of one thing may use. */
export function addGradingLimits(command: Command, what = "a derivation", seconds = 60): Command {
  return command
    .option("--timeout <seconds>", `time limit of ${what}`, positive, seconds)
    .option("--memory <MiB>", `memory limit of ${what}`, positive, ownMemory);
}
