import { suite } from "uvu";
import * as assert from "uvu/assert";
import { disagreements } from "../../src/cli/reports/disagreements.js";
import { report } from "../../src/cli/prover/prove.js";
import { disagreement } from "../../src/derive/tree/disagreement.js";
import { unknownClaim } from "../../src/derive/claims/gradedClaim.js";
import type { Report } from "../../src/run/index.js";

const test = suite("cli: two evaluations that disagree");
const reason = disagreement("proved", "it fails at x = 2");

/** What `prove` says of grades on the error stream, and the exit code that it sets. */
function said(...reasons: string[]): { lines: string[]; code: unknown } {
  const [error, code] = [console.error, process.exitCode];
  const lines: string[] = [];
  console.error = (line: string) => void lines.push(line);
  try {
    report(reasons.map((one, i) => unknownClaim(`c${i + 1}`, one)));
    return { lines, code: process.exitCode };
  } finally {
    console.error = error;
    process.exitCode = code;
  }
}

test("prove names the claim and exits with 2", () => {
  const { lines, code } = said("no procedure finds all solutions", reason);
  assert.is(code, 2);
  assert.equal(lines, [
    "rederive prove: c2: two evaluations disagree: one finds the claim proved, by the other it fails at x = 2; please report this claim",
  ]);
  assert.equal(said("no procedure finds all solutions"), { lines: [], code: undefined });
});

test("run and check name the step, also one of an erratum", () => {
  const texts = { latex: "", lhsLatex: "", rhsLatex: "", because: "", method: "none" };
  const claim = { lhs: "x", relation: "=", rhs: "y", grade: "unknown" };
  const step = { ...claim, ...texts, conditions: [], items: [] };
  const derivation = {
    id: "a.b",
    title: "",
    assumptions: [],
    grade: "unknown",
    steps: [step, { ...step, reason }],
    errata: [{ items: [], asWritten: step, corrected: { ...step, rhs: "z", reason } }],
  };
  const data = { "application/vnd.rederive.derivation.v1+json": derivation };
  const output = { output_type: "display_data", data, metadata: {} };
  const cell = { cell_type: "code", id: "c", source: "", metadata: {}, outputs: [output] };
  const found = { path: "notebooks/n.ipynb", notebook: { cells: [cell] } } as unknown as Report;
  assert.equal(disagreements([found]), [
    `n.ipynb: a.b: \`x = y\`: ${reason}`,
    `n.ipynb: a.b: \`x = z\`: ${reason}`,
  ]);
});

test.run();
