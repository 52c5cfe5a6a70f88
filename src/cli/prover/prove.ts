import { type Command, Option } from "commander";
import {
  type GradedClaim,
  isEndByClock,
  isMalformedGrade,
} from "../../derive/claims/gradedClaim.js";
import { type ClaimText, type Malformed, readClaims } from "../../derive/claims/readClaims.js";
import { isDisagreement } from "../../derive/tree/disagreement.js";
import type { GradingLimits } from "../../grade/index.js";
import { addGradingLimits } from "../flags/limits.js";
import { explained } from "./explained.js";
import { gradeAll } from "./gradeAll.js";
import { type Grader, startGrader } from "./grader.js";
import { readJson } from "../input/readJson.js";

interface ProveFlags extends GradingLimits {
  require?: "proved";
  json?: boolean;
  explain?: boolean;
}

const help = `
A claim is {"id", "lhs", "rhs", "relation"?, "assumptions"?}: expressions such as "sum(x[n], n, 1, N)", a relation
among = != < <= > >= ≈ ~ <=> => O, assumptions such as "x > 0" or "N integer >= 1". The answer is a JSON array of {"id", "grade",
"conditions", "witness", "method", "rules", "reason", "ms"} in the same order; on a terminal it is a table. The rules are
those of docs/engine.md by which the grade was reached; --explain says what each of them requires.

Exit codes: 0 no claim is refuted or malformed; 1 a claim is, or is not proved under --require proved; 2 the file cannot
be read, a claim exceeded a limit, or two evaluations disagree about one, which is a bug: please report it.`;

/** Seconds for one claim: its work is limited, and takes so long only where the machine is busy. */
const claimSeconds = 10;

/** `rederive prove`: grade a claims file. */
export function addProve(program: Command): void {
  const command = program
    .command("prove")
    .description("grade the claims of a file, each with its evidence")
    .argument("<file>", "claims file, a JSON array; - for standard input")
    .addOption(
      new Option("--require <grade>", "fail on claims that are only tested or unknown").choices([
        "proved",
      ]),
    )
    .option("--json", "print JSON on a terminal, too")
    .option("--explain", "print the rules by which each claim was graded, in words; ids in JSON")
    .addHelpText("after", help);
  addGradingLimits(command, "a claim", claimSeconds).action(
    async (file: string, flags: ProveFlags) => {
      const grader = startGrader(flags);
      try {
        await prove(readJson("prove", file, readClaims), flags, grader);
      } finally {
        grader.close();
      }
    },
  );
}

async function prove(
  claims: (ClaimText | Malformed)[],
  flags: ProveFlags,
  grader: Grader,
): Promise<void> {
  const words = flags.explain && !flags.json;
  const table = process.stdout.isTTY && !flags.json && !words;
  const json = !table && !words;
  process.stdout.on("error", () => process.exit()); // the reader has seen enough
  const found: GradedClaim[] = [];
  if (json) process.stdout.write("[");
  for await (const claim of gradeAll(claims, flags, grader)) {
    if (words) console.log(explained(claim));
    if (json) process.stdout.write(`${found.length ? "," : ""}\n  ${JSON.stringify(claim)}`);
    found.push(claim);
    if (process.stderr.isTTY) process.stderr.write(`\r${found.length} of ${claims.length} claims`);
  }
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  if (json) process.stdout.write(`${found.length ? "\n" : ""}]\n`);
  if (table && found.length) {
    const { claimsTable } = await import("./table.js");
    console.log(claimsTable(found, process.stdout.columns));
  }
  report(found, flags.require);
}

/** Claims that one line names. */
const mostNamed = 10;

/** Says on the error stream which claims do not hold, and sets the exit code. */
export function report(found: GradedClaim[], required?: "proved"): void {
  const bad: [string, GradedClaim[]][] = [
    ["refuted", found.filter(({ grade }) => grade === "refuted")],
    ["malformed", found.filter(isMalformedGrade)],
  ];
  if (required) {
    const open = ({ grade }: GradedClaim) => grade === "tested" || grade === "unknown";
    const undecided = found.filter((claim) => open(claim) && !isMalformedGrade(claim));
    bad.push(["not proved", undecided]);
  }
  for (const [what, claims] of bad) {
    if (!claims.length) continue;
    const names = claims.slice(0, mostNamed).map(({ id }) => id ?? "(no id)");
    const more = claims.length > names.length ? `, and ${claims.length - names.length} more` : "";
    const counted = `${claims.length} of ${found.length} claims`;
    console.error(`rederive prove: ${counted} ${what}: ${names.join(", ")}${more}`);
    process.exitCode = 1;
  }
  const faults = found.filter((claim) => isDisagreement(claim.reason) || isEndByClock(claim));
  for (const { id, reason } of faults) {
    console.error(`rederive prove: ${id ?? "(no id)"}: ${reason}`);
    process.exitCode = 2;
  }
}
