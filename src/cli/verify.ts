import type { Command } from "commander";
import {
  brief,
  type GradingLimits,
  noMemory,
  type Verified,
  verifyRecords,
} from "../grade/index.js";
import { disagreementsOf } from "./disagreements.js";
import { addGradingLimits } from "./limits.js";
import { readJson } from "./readJson.js";

const help = `
The file is what \`rederive build\` lays beside a page, a JSON array of derivations. Each is graded again from its own
texts (left sides, right sides, assumptions, definitions), with nothing but the file, and its grade is printed.

Exit code: 0 all is found again; 1 something stored is not what was found; 2 the file cannot be read, a limit ended a
derivation, or two evaluations disagree on one.`;

/** `rederive verify`: grade the derivations of a published evidence file again. */
export function addVerify(program: Command): void {
  const command = program
    .command("verify")
    .description("grade a published evidence file again, with nothing but that file")
    .argument(
      "<file>",
      "evidence file, such as _site/04-bayes.evidence.json; - is the standard input",
    )
    .addHelpText("after", help);
  addGradingLimits(command).action(async (file: string, limits: GradingLimits) => {
    const records = readJson("verify", file, derivationsOf);
    const verified = await verifyRecords(records, limits, noMemory);
    const all = records.map(verified);
    all.forEach((one, i) => print(one, i));
    const wrong = all.filter(({ problems }) => problems.length > 0).length;
    const good = all.length - wrong;
    console.log(`${good} of ${all.length} derivations found again as stored`);
    const disagreeing = all.flatMap(({ derivation }) =>
      derivation ? disagreementsOf(derivation) : [],
    );
    for (const text of disagreeing) console.error(`rederive verify: ${text}`);
    if (wrong > 0) process.exitCode = 1;
    if (disagreeing.length || all.some(({ ended }) => ended)) process.exitCode = 2;
  });
}

function derivationsOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError("must be a JSON array of derivations");
  if (value.length === 0) throw new TypeError("holds no derivation");
  return value;
}

function print({ id, derivation, problems }: Verified, i: number): void {
  const name = id || `derivation ${i + 1}`;
  console.log(`${(derivation?.grade ?? "not checked").padEnd(11)} ${name}`);
  for (const problem of brief(problems)) console.error(`rederive verify: ${name}: ${problem}`);
}
