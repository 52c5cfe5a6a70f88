import { Rational } from "../num/index.js";
import type { Assumptions } from "./assumptions.js";
import { disagreement } from "./disagreement.js";
import { type Claim, unknown, type Verdict } from "./decide/verdict.js";
import type { Claimed, Disagreement, Need } from "./oracle/claim.js";
import { contradiction, holdsAt } from "./oracle/opinion.js";

/**
 * What leaves the engine as proved or refuted, unless an evaluator that shares no code with the prover finds the
 * contrary: then nothing is claimed, and the reason says where.
 */
export function secondOpinion(claim: Claim, assumptions: Assumptions, verdict: Verdict): Verdict {
  const found = opinionOn(claim, assumptions, verdict);
  if (!found) return verdict;
  const place = Object.entries(found.point).map(([name, value]) => `${name} = ${value}`);
  const at = place.length ? ` at ${place.join(", ")}` : "";
  const what = { fails: "it fails", holds: "it holds", "no value": "only one side has a value" };
  return unknown(disagreement(verdict.grade, `${what[found.found]}${at}`), verdict.conditions);
}

function opinionOn(
  { left, relation, right, unit }: Claim,
  { facts }: Assumptions,
  { grade, conditions, witness }: Verdict,
): Disagreement | undefined {
  const open = conditions.filter(({ metBy }) => metBy === undefined);
  const claimed: Claimed = {
    left,
    relation,
    right,
    unit: unit && { n: unit.num, d: unit.den },
    facts,
    needs: open.flatMap(({ demand }): (Need | undefined)[] =>
      demand === "convergence" ? [] : [demand],
    ),
  };
  if (grade === "proved" || grade === "proved-if") return contradiction(claimed);
  if (grade !== "refuted" || !witness) return undefined;
  const values = new Map<string, { n: bigint; d: bigint }>();
  const weights = new Map<string, { n: bigint; d: bigint }>();
  for (const [name, text] of Object.entries(witness.point)) {
    const value = exactly(text);
    if (!value) return undefined;
    const weighed = /^weight of (.+)$/.exec(name);
    if (weighed) weights.set(weighed[1].replace(/\s/g, ""), value);
    else values.set(name.replace(/\s/g, ""), value);
  }
  return holdsAt(claimed, { values, weights })
    ? { point: witness.point, found: "holds" }
    : undefined;
}

/** The fraction that a witness states; undefined for a function or a value that is only near. */
function exactly(text: string): { n: bigint; d: bigint } | undefined {
  if (!/^-?\d+(\/\d+)?$/.test(text)) return undefined;
  const [num, den = "1"] = text.split("/");
  const value = Rational.of(BigInt(num), BigInt(den));
  return { n: value.num, d: value.den };
}
