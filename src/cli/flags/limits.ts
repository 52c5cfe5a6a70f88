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
    .option("--timeout <seconds>", "time limit of a cell", positive, defaultLimits.timeout)
    .option("--memory <MiB>", "memory limit of a notebook", positive, defaultLimits.memory)
    .option("--output-limit <MiB>", "output limit of a cell", positive, defaultLimits.output);
}

export function limitsOf({ timeout, memory, outputLimit }: LimitFlags): Limits {
  return { timeout, memory, output: outputLimit };
}

/** MiB of a process that grades: the engine takes about 100, and long numbers and polynomials the rest. */
const ownMemory = 512;

/** The flags that bound what the grading of one thing may use. */
export function addGradingLimits(command: Command, what = "a derivation", seconds = 60): Command {
  return command
    .option("--timeout <seconds>", `time limit of ${what}`, positive, seconds)
    .option("--memory <MiB>", `memory limit of ${what}`, positive, ownMemory);
}
