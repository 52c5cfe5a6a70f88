import type { Rational } from "../../../num/index.js";
import type { Assumptions, Fact } from "../../assumptions/assumptions.js";
import type { Claim, Verdict } from "../../opinion/decide.js";
import { search } from "../../decide/points/search.js";
import type { Definitions } from "../../definitions/definitions.js";
import { patternOf, pointWithin } from "../../definitions/pattern.js";
import { secondOpinion } from "../../opinion/secondOpinion.js";
import { entriesOf, isList, placesOf, shapeOf } from "../../tensor/list.js";
import { call, type Expr, number, symbol } from "../../tree/expression.js";
import { substitute } from "../../tree/names.js";
import { decideEntries } from "../entrywise.js";
import { decideForAll } from "../forAll.js";

/** Grades a claim where hypotheses in many names settle maxima first. */
export function decideWithin(
  claim: Claim,
  assumptions: Assumptions,
  definitions: Definitions,
): Verdict {
  const { functions, recurrences } = definitions;
  const { plain, hypotheses, settle } = patternOf(assumptions);
  const settled = { ...claim, left: settle(claim.left), right: settle(claim.right) };
  const defined = new Set([...functions.keys(), ...recurrences.keys()]);
  const verdict = decideEntries(settled, plain, (one) => decideForAll(one, plain, defined));
  if (hypotheses.length === 0) return verdict;
  const point = knownPoint(definitions, hypotheses, plain);
  const without = (reason: string): Verdict => ({
    grade: "unknown",
    conditions: verdict.conditions,
    method: "none",
    rules: verdict.rules,
    reason,
  });
  if (!point) return without("no point was found that satisfies the assumptions");
  if (verdict.grade !== "refuted") return verdict;
  if (plain.equations?.length) {
    return without("the sides differ, but no point was sought at which the equations hold, too");
  }
  return (
    refutedAt(settled, plain, point, verdict) ??
    without("the sides differ, but at no point that was tried does every hypothesis hold")
  );
}

const points = new WeakMap<Definitions, Map<string, ReturnType<typeof pointWithin>>>();

/** The point of one set of hypotheses is searched for once in a derivation. */
function knownPoint(
  definitions: Definitions,
  hypotheses: readonly Fact[],
  plain: Assumptions,
): ReturnType<typeof pointWithin> {
  const known = points.get(definitions) ?? new Map();
  points.set(definitions, known);
  const key = [...hypotheses, ...plain.facts].map(({ text }) => text).join();
  if (!known.has(key)) known.set(key, pointWithin(hypotheses, plain.facts));
  return known.get(key);
}

/** The first entry that differs where the hypotheses hold. */
function refutedAt(
  { left, relation, right }: Claim,
  plain: Assumptions,
  point: ReadonlyMap<string, Rational>,
  verdict: Verdict,
): Verdict | undefined {
  if (verdict.method === "the two sides differ in size") return verdict;
  if (relation !== "=") return undefined;
  const values = new Map([...point].map(([name, value]) => [name, number(value)]));
  // Bound and not put in: a derivative by one of the names is taken before that has its value.
  const placed = (entry: Expr) =>
    [...values].reduce((body, [name, value]) => call("at", body, symbol(name), value), entry);
  const at = (side: Expr) => entriesOf(side).map(placed);
  const [a, b] = [at(left), at(right)];
  const facts = plain.facts.map((fact): Fact =>
    fact.kind === "compare" ? { ...fact, expr: substitute(fact.expr, values) } : fact,
  );
  const own = { ...plain, facts };
  for (const [i, entry] of a.entries()) {
    const { witness, rules } = search(entry, b[i], own, (x, y, math) => {
      const sign = math.sign(math.add(x, math.neg(y)));
      return sign === undefined ? undefined : sign === 0;
    });
    if (!witness) continue;
    const place = Object.fromEntries([...point].map(([name, value]) => [name, `${value}`]));
    const method = verdict.method.replace(/^entry [\d, ]+: /, "");
    const where = isList(left) ? `entry ${placesOf(shapeOf(left))[i].join(", ")}: ` : "";
    const whole = { ...witness, point: { ...place, ...witness.point } };
    const refuted = { ...verdict, method: where + method, rules, witness: whole };
    const entries = { left: entriesOf(left)[i], relation, right: entriesOf(right)[i] };
    return secondOpinion(entries, plain, refuted);
  }
  return undefined;
}
