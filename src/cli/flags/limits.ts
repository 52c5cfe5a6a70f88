import type { Command } from "commander";
import { defaultLimits, type Limits } from "../../run/index.js";
import { positive } from "./positive.js";

export interface LimitFlags {
  timeout: number;
  memory: number;
  outputLimit: number;
}

/** The flags that bound what a cell may use. */
export function addLimits(command: Command): Command {
  return command
    .option("--timeout <seconds>", "time a cell may take", positive, defaultLimits.timeout)
    .option("--memory <MiB>", "memory a notebook may hold", positive, defaultLimits.memory)
    .option("--output-limit <MiB>", "output a cell may give", positive, defaultLimits.output);
}

export function limitsOf({ timeout, memory, outputLimit }: LimitFlags): Limits {
  return { timeout, memory, output: outputLimit };
}

/** The flags that bound what the grading of one thing may use. */
export function addGradingLimits(command: Command, what = "a derivation", seconds = 60): Command {
  return command
    .option("--timeout <seconds>", `time ${what} may take`, positive, seconds)
    .option("--memory <MiB>", `memory ${what} may hold`, positive, 512);
}
