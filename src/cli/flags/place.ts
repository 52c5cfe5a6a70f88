import { type Command, InvalidArgumentError } from "commander";
import type { Place } from "../../run/index.js";

export type PlaceFlags = Pick<Place, "kernel" | "set">;

/** The flags that say in which kernel, and with which parameters, cells are run. */
export function addPlace(command: Command): Command {
  return command
    .option(
      "--kernel <name>",
      "run the cells in this installed kernel (default: the notebook's own)",
    )
    .option(
      "--set <name=value>",
      "a parameter's value, as JSON or text; may be repeated (a cell tagged `parameters` declares them)",
      setting,
    );
}

/** @throws InvalidArgumentError if it is no name with a value */
function setting(text: string, before: PlaceFlags["set"]): PlaceFlags["set"] {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError(`must be name=value, got ${text}`);
  return new Map([...(before ?? []), [text.slice(0, at).trim(), text.slice(at + 1)]]);
}
