import { type Command, InvalidArgumentError } from "commander";

/** A part of the notebooks: number `part` of `of`, from 1. */
export interface Shard {
  part: number;
  of: number;
}

/** Which of the named notebooks are worked on, and how many at a time. */
export interface SelectionFlags {
  jobs?: number;
  shard?: Shard;
  changed?: string;
}

/** The flags that choose among notebooks. */
export function addSelection(command: Command): Command {
  return command
    .option("--jobs <count>", "notebooks that are executed at the same time (default: 2)", count)
    .option("--shard <part/of>", "only a part of the notebooks, 2/8 for instance", shard)
    .option(
      "--changed <ref>",
      "only notebooks that have changed since, themselves or what they use",
    );
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError(`must be a whole number > 0, got ${text}`);
}

function shard(text: string): Shard {
  const [, part, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (part >= 1 && part <= of) return { part, of };
  throw new InvalidArgumentError(`must be a part and a number of parts, such as 2/8, got ${text}`);
}
