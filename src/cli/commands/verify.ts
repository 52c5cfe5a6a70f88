import type { Command } from "commander";
import { readEvidence, recheck } from "../../agree/index.js";
import {
  brief,
  type GradingLimits,
  noMemory,
  type Verified,
  verifyRecords,
} from "../../grade/index.js";
import { disagreementsOf } from "../reports/disagreements.js";
import { addGradingLimits } from "../flags/limits.js";
import { readJson } from "../input/readJson.js";

const help = `
The file is the one that \`rederive build\` writes beside a page: its equations, each derivation, and a digest of both. Each
derivation is graded again from the texts in the file (left sides, right sides, assumptions, definitions) and its grade is
printed; each equation is compared with the derivations as on the page. Titles, reasons and item numbers are the author's
words and affect no grade; the digest, which the page shows too, covers them. A JSON array of derivations is accepted as
well, but cannot show what was removed from it.

Exit codes: 0 everything is confirmed; 1 something differs from what is found, is missing or was changed; 2 the file cannot
be read, a derivation exceeded a limit, or two evaluations disagree about one.`;

/** `rederive verify`: grade the derivations of a published evidence file again. */
export function addVerify(program: Command): void {
  const command = program
    .command("verify")
    .description("grade a published evidence file again, with nothing but that file")
    .argument("<file>", "evidence file, such as _site/04-bayes.evidence.json; - for standard input")
    .addHelpText("after", help);
  addGradingLimits(command).action(async (file: string, limits: GradingLimits) => {
    const { derivations, page } = readJson("verify", file, readEvidence);
    const verified = await verifyRecords(derivations, limits, noMemory);
    const all = derivations.map(verified);
    all.forEach((one, i) => print(one, i));
    const wrong = all.filter(({ problems }) => problems.length > 0).length;
    const around = page ? recheck(page, all) : [];
    const disagreeing = all.flatMap((one) =>
      one.derivation ? disagreementsOf(one.derivation) : [],
    );
    for (const text of [...around, ...disagreeing]) console.error(`rederive verify: ${text}`);
    console.log(`${all.length - wrong} of ${all.length} derivations confirmed`);
    console.log(page ? `${page.source}, digest ${page.digest}` : bare);
    if (wrong + around.length > 0) process.exitCode = 1;
    if (disagreeing.length || all.some(({ ended }) => ended)) process.exitCode = 2;
  });
}

const bare =
  "note: a list of derivations without its page; whether something was removed, or belongs to another page, cannot be checked";

function print({ id, derivation, problems }: Verified, i: number): void {
  const name = id || `derivation ${i + 1}`;
  console.log(`${(derivation?.grade ?? "not checked").padEnd(11)} ${name}`);
  for (const problem of brief(problems)) console.error(`rederive verify: ${name}: ${problem}`);
}
