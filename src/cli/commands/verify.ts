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
The file is what \`rederive build\` lays beside a page: its equations, each derivation, and a digest of both. Each derivation
is graded again from its own texts (left sides, right sides, assumptions, definitions), with nothing but the file, and its
grade is printed; each equation is held against them as on the page. Titles, reasons and item numbers are the author's
words, of which no grade speaks: the digest, which the page shows too, binds them. A JSON array of derivations is graded
as well; of what was taken out of one nothing can be told.

Exit code: 0 all is found again; 1 something is not what was found, is missing or was changed; 2 the file cannot be read, a
limit ended a derivation, or two evaluations disagree on one.`;

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
    console.log(`${all.length - wrong} of ${all.length} derivations found again as stored`);
    console.log(page ? `${page.source}, digest ${page.digest}` : bare);
    if (wrong + around.length > 0) process.exitCode = 1;
    if (disagreeing.length || all.some(({ ended }) => ended)) process.exitCode = 2;
  });
}

const bare =
  "note: a list of derivations without their page: what was taken out of it, or belongs to another one, cannot be told";

function print({ id, derivation, problems }: Verified, i: number): void {
  const name = id || `derivation ${i + 1}`;
  console.log(`${(derivation?.grade ?? "not checked").padEnd(11)} ${name}`);
  for (const problem of brief(problems)) console.error(`rederive verify: ${name}: ${problem}`);
}
