import { type Command, Option } from "commander";
import type { Report } from "../../run/index.js";

const demands = {
  checked: "fail if no derivation backs a tagged equation",
  proved: "that, and fail on claims that are only tested or unknown",
};

export interface RequireFlag {
  require?: keyof typeof demands;
}

/** The flag that asks for more than that nothing is wrong. */
export function addRequire(command: Command): Command {
  const what = Object.entries(demands).map(([name, said]) => `${name}: ${said}`);
  return command.addOption(
    new Option("--require <what>", what.join("; ")).choices(Object.keys(demands)),
  );
}

/** The report with what the flag asks for among its problems. */
export function required(report: Report, { require }: RequireFlag): Report {
  if (require === undefined) return report;
  const open = require === "proved" ? report.notProved : [];
  return { ...report, problems: [...report.problems, ...report.unchecked, ...open], unchecked: [] };
}
