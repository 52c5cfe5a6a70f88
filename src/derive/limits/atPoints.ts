import { type Assumptions, integerNames } from "../assumptions/assumptions.js";
import type { Claim, Verdict } from "../decide/conditions/verdict.js";
import { contextFor, prepare } from "../decide/conditions/prepare.js";
import { points } from "../evaluate/points.js";
import { Arithmetic } from "../evaluate/value.js";
import { attempt } from "../tree/errors.js";
import { type Expr, number } from "../tree/expression.js";
import { constantNames, families, freeNames, substitute } from "../tree/names.js";
import { withinWork } from "../tree/work.js";
import { betweenEnds, type Grade } from "./ends.js";
import { Asked } from "./series/asked.js";
import { type Side, sideOf } from "./sides.js";

/** Work of one point. */
const mostWork = 300_000;
/** Points at which one side has no value, and none at which both have one, that refute. */
const fewest = 3;

/** Refutes a claim about limits by numbers for its parameters: both sides have values that differ, or one never has any. */
export function atPoints(
  { left, relation, right }: Pick<Claim, "left" | "relation" | "right">,
  assumptions: Assumptions,
  grade: Grade,
  most: number,
): Verdict | undefined {
  const sides = [left, right];
  if (assumptions.equations?.length || sides.some((side) => families(side).size > 0))
    return undefined;
  const names = [...new Set(sides.flatMap((side) => [...freeNames(side)]))].filter(
    (name) => !constantNames.has(name) && name !== "Infinity",
  );
  if (names.length === 0) return undefined;
  const oneSided: Verdict[] = [];
  let tried = 0;
  for (const { symbols } of points(sides, assumptions, new Arithmetic(), most)) {
    if (++tried > most) break;
    const values = new Map(names.map((name) => [name, number(symbols.get(name)!)]));
    const own = sides.map((side) => substitute(side, values)) as [Expr, Expr];
    const verdict = attempt(() =>
      withinWork(mostWork, () => atOne(own, relation, grade, integerNames(assumptions))),
    );
    if (!verdict) continue;
    const { witness } = verdict;
    if (verdict.grade !== "refuted" || !witness) {
      continue;
    }
    const point = Object.fromEntries(names.map((name) => [name, `${symbols.get(name)}`]));
    const shown = { ...verdict, conditions: [], witness: { ...witness, point } };
    if (!isOneSided(witness)) return shown;
    oneSided.push(shown);
  }
  return oneSided.length >= fewest && oneSided.length === tried ? oneSided[0] : undefined;
}

const isOneSided = ({ lhs, rhs }: { lhs: string; rhs: string }): boolean =>
  [lhs, rhs].some((text) => text.startsWith("undefined")) ||
  (lhs.endsWith("Infinity") !== rhs.endsWith("Infinity") && !rhs.endsWith("Infinity"));

/** The claim with numbers for all names: their limits need nothing supposed. */
function atOne(
  sides: [Expr, Expr],
  relation: Claim["relation"],
  grade: Grade,
  integers: ReadonlySet<string>,
): Verdict | undefined {
  const none: Assumptions = { texts: [], facts: [] };
  const asked = new Asked(contextFor([], none));
  const found = sides.map((side) => sideOf(asked, side, integers)) as [Side, Side];
  if (asked.supposed.length > 0) return undefined;
  const [one, two] = found;
  if ("value" in one && "value" in two) return grade([one.value, two.value], none);
  if (relation !== "=") return undefined;
  const hasValues = found.every(
    (side) => !("value" in side) || prepare([side.value], none).conditions.length === 0,
  );
  return hasValues ? betweenEnds(found, sides, [], ["limit-by-leading-term"]) : undefined;
}
