import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { installPeer } from "../../bench/derive/installPeer.js";
import { gradeClaim } from "../../src/derive/claims/gradeClaim.js";
import type { ClaimText } from "../../src/derive/claims/readClaims.js";
import { random } from "../../src/index.js";
import type { Claim } from "../derive/oracle/truth.js";
import { fragments, nextPair } from "../derive/soundness/cases.js";

const test = suite("derive: SymPy as an outside judge");
const script = join(import.meta.dirname, "..", "derive", "soundness", "sympyOracle.py");
const seed = 11;
const pairs = 12;
/** SymPy takes sums over entries, floors, events and statements in no such text. */
const judged = fragments.filter(({ name }) =>
  /^(polynomials|rational functions|exponentials|logarithms|roots|derivatives$|integrals of|closed|tensor|cases|complex)/.test(
    name,
  ),
);

function python(): string | undefined {
  try {
    return installPeer();
  } catch (error) {
    console.log(`skipped: SymPy as an outside judge: ${(error as Error).message.split("\n")[0]}`);
    return undefined;
  }
}

const peer = python();

function judgements(claims: Claim[]): string[] {
  const { stdout, stderr } = spawnSync(peer as string, [script], {
    input: JSON.stringify(claims),
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (!stdout) throw new Error(`SymPy's process ended: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout) as string[];
}

if (peer) {
  test("nothing that the engine proves differs for SymPy, and nothing that it refutes only agrees", () => {
    const claims: Claim[] = [];
    for (const [i, fragment] of judged.entries()) {
      const source = random(seed + i);
      for (let k = 0; k < pairs; k++) {
        const { holds, slip } = nextPair(fragment, source);
        claims.push(
          ...[holds, ...(slip ? [slip] : [])].filter(
            // SymPy is asked whether two sides are equal.
            ({ lhs, rhs, relation = "=" }) => relation === "=" && !`${lhs}${rhs}`.includes("["),
          ),
        );
      }
    }
    const verdicts = claims.map((claim) =>
      gradeClaim({ id: "case", relation: "=", ...claim } as ClaimText, () => 0),
    );
    const found = judgements(claims);
    const counts: Record<string, number> = {};
    claims.forEach((claim, i) => {
      const { grade } = verdicts[i];
      const text = `${JSON.stringify(claim)}: ${grade}, and for SymPy the sides ${found[i]}`;
      if (grade.startsWith("proved")) assert.is.not(found[i], "differ", text);
      counts[`${grade}, ${found[i]}`] = (counts[`${grade}, ${found[i]}`] ?? 0) + 1;
    });
    console.log(counts);
    const refuted = claims.filter((_, i) => verdicts[i].grade === "refuted");
    const confirmed = refuted.filter((claim) => found[claims.indexOf(claim)] === "differ");
    // A slip may show only at points that five random ones miss: where a condition was dropped, for instance.
    assert.ok(confirmed.length > 0.8 * refuted.length, `${confirmed.length} of ${refuted.length}`);
    assert.ok(claims.length > 150, `${claims.length} claims`);
  });

  test("the judge tells a slip from a true claim", () => {
    const claims = [
      { lhs: "D(x^2, x)", rhs: "2*x", assumptions: [] },
      { lhs: "D(x^2, x)", rhs: "x", assumptions: [] },
      { lhs: "sqrt(x^2)", rhs: "x", assumptions: ["x > 0"] },
      { lhs: "sum(n, n, 1, N)", rhs: "N^2/2", assumptions: ["N integer >= 1"] },
    ];
    assert.equal(judgements(claims), ["agree", "differ", "agree", "differ"]);
  });
}

test.run();
