import type { Assumptions } from "../assumptions/assumptions.js";
import { also, type Claim, unknown, type Verdict } from "../decide/conditions/verdict.js";
import {
  call,
  type Call,
  type Expr,
  number,
  subtract,
  sumOf,
  symbol,
  toThe,
} from "../tree/expression.js";
import { freeNames, substitute } from "../tree/names.js";
import { parse } from "../read/parse.js";
import type { Decide } from "./decideDependent.js";
import {
  asMultiple,
  derivatives,
  eliminated,
  type Elimination,
  movingNames,
  withEliminated,
} from "./elimination.js";
import type { Jets } from "./jets.js";
import { variablesIn } from "./seen.js";

/**
 * Grades `A => B` between names of derivatives. An equation of A that holds along a curve may be differentiated: one
 * between two quantities, or a quantity and its variable, beside none that fixes a place.
 */
export function alongCurve(
  claim: Claim,
  assumptions: Assumptions,
  jets: Jets,
  decide: Decide,
): Verdict {
  const literals = conjunction(claim.left);
  const moves = jets.graph.names.some((name) => jets.graph.args(name).length > 0);
  if (!literals || !moves || claim.relation === "<=>") {
    const verdict = decide(claim, assumptions);
    if (verdict.grade !== "refuted" || !moves) return verdict;
    return unknown(verdict.rules, "statements about derivatives are compared by => alone");
  }
  const equations = literals.filter(({ name }) => name === "=").map(gapOf);
  const varying = equations.filter((gap) => movingNames(gap, jets).length > 0);
  const along = equations.every(
    (gap) => isAlong(gap, jets) || isRate(gap, jets) || !mentionsRoot(gap, jets),
  );
  const derivedOf = (gaps: Expr[]) => gaps.flatMap((gap) => derivatives(gap, claim.right, jets));
  // A rate may be one at a place: its derivative proves nothing, and a curve that refutes has it 0.
  const everywhere = derivedOf(varying);
  const derived = along ? derivedOf(varying.filter((gap) => isAlong(gap, jets))) : everywhere;
  const found = decide(
    along ? { ...claim, left: all([...literals, ...derived.map(isZero)]) } : claim,
    assumptions,
  );
  const verdict = along && derived.length ? also(found, "derivative-of-premise") : found;
  if (isProof(verdict) || varying.length === 0) return verdict;
  const others = literals.filter(
    (literal) => literal.name !== "=" || movingNames(gapOf(literal), jets).length === 0,
  );
  const put = (less: Elimination | undefined) =>
    less && {
      ...claim,
      left: all([...others, ...less.rest.map(isZero)]),
      right: less.put(claim.right),
    };
  const solve = (gaps: Expr[]) => eliminated([...varying, ...gaps], jets, assumptions, decide);
  if (along) {
    const without = put(solve(derived));
    const shown =
      asMultiple(claim.right, derived, assumptions, jets, decide) ??
      (without && decide(conclusionAlone(without), assumptions));
    if (shown && isProof(shown)) return shown;
  }
  // A counterexample needs a curve through its point: by the implicit function theorem, or Picard's.
  const closed = literals.some(({ name }) => name === "<=");
  if (varying.length === 1 && !closed && isSolvable(varying[0], jets)) {
    const regular = [call("!=", slopeOf(varying[0], jets), number(0n))];
    const strict = { ...claim, left: all([...literals, ...everywhere.map(isZero), ...regular]) };
    const direct = decide(strict, assumptions);
    if (direct.grade === "refuted") return direct;
    const less = solve(everywhere);
    const without = put(less);
    const slopes = less?.slopes.map((slope) => call("!=", slope, number(0n))) ?? [];
    const met =
      without &&
      decide({ ...without, left: all([...conjunction(without.left)!, ...slopes]) }, assumptions);
    const whole = less && met?.grade === "refuted" && withEliminated(met, less.values);
    if (whole && literals.every((literal) => holdsAt(literal, whole, assumptions, decide)))
      return whole;
  }
  return verdict.grade === "refuted"
    ? unknown(
        verdict.rules,
        "no curve was found on which the premise holds and the conclusion fails",
      )
    : verdict;
}

/** Whether an equation of the premise, as it was written, holds at the point of a refutation. */
function holdsAt(literal: Call, found: Verdict, assumptions: Assumptions, decide: Decide): boolean {
  if (literal.name !== "=") return true; // the search for the point had it in its premise
  const values = new Map(
    Object.entries(found.witness!.point).map(([name, value]) => [name, parse(value)]),
  );
  const [left, right] = literal.args.map((side) => substitute(side, values));
  return (
    variablesIn(literal).size === 0 && isProof(decide({ left, relation: "=", right }, assumptions))
  );
}

const isProof = ({ grade }: Verdict) => grade === "proved" || grade === "proved-if";

/** A statement that follows from nothing is one of its own. */
function conclusionAlone(claim: Claim): Claim {
  const { left, right } = claim;
  const empty = left.kind === "call" && left.name === "and" && left.args.length === 0;
  if (!empty || right.kind !== "call" || right.name !== "=") return claim;
  return { left: right.args[0], relation: "=", right: right.args[1] };
}

/** The comparisons of a statement that hold together; undefined where it has alternatives. */
export function conjunction(expr: Expr): Call[] | undefined {
  if (expr.kind !== "call" || expr.name === "or") return undefined;
  if (expr.name !== "and") return [expr];
  const own = expr.args.map(conjunction);
  return own.includes(undefined) ? undefined : own.flatMap((one) => one!);
}

const all = (literals: Expr[]): Expr =>
  literals.length === 1 ? literals[0] : call("and", ...literals);
const gapOf = ({ args: [left, right] }: Call): Expr => subtract(left, right);
const isZero = (gap: Expr): Call => call("=", gap, number(0n));

function rootsOf(jets: Jets): Set<string> {
  const moving = jets.graph.names.filter((name) => jets.graph.args(name).length > 0);
  return new Set(moving.flatMap((name) => jets.graph.roots(name)));
}

const mentionsRoot = (gap: Expr, jets: Jets): boolean => {
  const roots = rootsOf(jets);
  const own = [...freeNames(gap)];
  return own.some((name) => roots.has(name) || jets.quantityOf(name) !== undefined);
};

/** Whether an equation between such names can only be meant along a curve: `y = 3` may hold at one place. */
function isAlong(gap: Expr, jets: Jets): boolean {
  const roots = rootsOf(jets);
  const moving = movingNames(gap, jets);
  return (
    moving.length > 0 && moving.length + [...freeNames(gap)].filter((n) => roots.has(n)).length > 1
  );
}

/** Whether an equation says how fast something changes, `D(s, t) = 2`, be it along a curve or at one place. */
const isRate = (gap: Expr, jets: Jets): boolean =>
  movingNames(gap, jets).some((name) => jets.orderOf(name) > 0);

/** Whether an equation has a solution through every point at which its slope is not 0. */
function isSolvable(gap: Expr, jets: Jets): boolean {
  const moving = movingNames(gap, jets);
  const ordinary = moving.every((name) => jets.graph.args(jets.quantityOf(name)!).length === 1);
  return ordinary || moving.every((name) => jets.orderOf(name) === 0);
}

/** The sum of the squares of the slopes of an equation in its highest derivatives. */
function slopeOf(gap: Expr, jets: Jets): Expr {
  const moving = movingNames(gap, jets);
  const highest = Math.max(...moving.map((name) => jets.orderOf(name)));
  const top = moving.filter((name) => jets.orderOf(name) === highest);
  return sumOf(...top.map((name) => toThe(call("D", gap, symbol(name)), number(2n))), number(0n));
}
