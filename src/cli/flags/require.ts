import { type Command, Option } from "commander";
import type { Report } from "../../run/index.js";

export interface RequireFlag {
  require?: "checked";
}

/** The flag that asks for more than that nothing is wrong. */
export function addRequire(command: Command): Command {
  const what = "checked: fail if no derivation backs a tagged equation";
  return command.addOption(new Option("--require <what>", what).choices(["checked"]));
}

/** The report with what the flag asks for among its problems. */
export function required(report: Report, { require }: RequireFlag): Report {
  if (require === undefined) return report;
  return { ...report, problems: [...report.problems, ...report.unchecked], unchecked: [] };
}
