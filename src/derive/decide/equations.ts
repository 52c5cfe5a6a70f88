import type { Assumptions } from "../assumptions/assumptions.js";
import { constantValue } from "../tree/constants.js";
import type { Equation } from "../assumptions/equation.js";
import { variablesIn } from "../dependence/seen.js";
import { openFunctions } from "./conditions/interpretations.js";
import { call, type Expr, number, subtract } from "../tree/expression.js";
import { indexNames, substitute } from "../tree/names.js";
import { Rational } from "../../num/index.js";
import type { Grade } from "../../record/types.js";
import { prepare } from "./conditions/prepare.js";
import { asStatement } from "./conditions/asComparison.js";
import { restsOn } from "./open/jointly.js";
import {
  also,
  type Claim,
  proof,
  type StatedCondition,
  unknown,
  type Verdict,
} from "./conditions/verdict.js";

/**
 * Grades a claim under equations among its assumptions, as what follows from them. What holds without them needs none.
 *
 * @param decide grades a claim under the other assumptions
 */
export function underEquations(
  claim: Claim,
  assumptions: Assumptions,
  decide: (claim: Claim) => Verdict,
): Verdict {
  const { equations = [] } = assumptions;
  if (equations.length === 0) return decide(claim);
  const alone = decide(claim);
  const shown = holds(alone) || alone.grade === "tested";
  const open = restsOn(alone);
  const problem = equations.map(problemOf).find((one) => one !== undefined);
  if (shown && open.length === 0 && problem !== undefined) return alone;
  if (problem !== undefined) return unknown(byEquations, problem);
  const impossible = (more: Expr[]): Grade => contradiction(premiseOf(equations, ...more), decide);
  const following = shown && open.length === 0 ? undefined : followingFrom(equations, claim);
  const verdict =
    following && also(met(decide(following), equations, assumptions, decide), ...byEquations);
  if (verdict?.grade === "refuted") return withValues(verdict, claim);
  const none = impossible([]);
  if (isProof(none))
    return unknown(byEquations, "the equations among the assumptions hold at no point");
  if (none !== "refuted" && !equations.some(isDifferential)) {
    return unknown(
      byEquations,
      "no point was found at which the equations among the assumptions hold",
    );
  }
  if (verdict && holds(verdict)) return verdict;
  if (!shown) {
    return (
      verdict ??
      unknown(byEquations, "an equation among the assumptions is not used for an order of growth")
    );
  }
  const needs = open.map(statementOf).filter((one) => one !== undefined);
  // What was shown under conditions says something where these hold beside the equations.
  if (needs.length === open.length && (needs.length === 0 || impossible(needs) === "refuted")) {
    return alone;
  }
  return verdict ?? unknown(byEquations, noPoint);
}

/**
 * A verdict that several make up, if its open conditions hold together at a point where the equations do, too.
 *
 * @param decide grades a claim under the same assumptions
 */
export function besideEquations(
  verdict: Verdict,
  { equations = [] }: Assumptions,
  decide: (claim: Claim) => Verdict,
): Verdict {
  const needs = restsOn(verdict).flatMap((one) => statementOf(one) ?? []);
  if (equations.length === 0 || needs.length === 0) return verdict;
  if (contradiction(allOf(needs), decide) === "refuted") return verdict;
  return unknown(byEquations, noPoint, verdict.conditions);
}

const byEquations = ["equation-assumed"] as const;

const noPoint = "no point was found at which the equations and the conditions hold";

/** Whether a condition is on every entry of a family, of which an equation may name a few. */
const isOfEvery = ({ demand }: StatedCondition): boolean =>
  typeof demand === "object" && demand.scopes.some(({ lower, upper }) => !lower || !upper);

/** Whether an equation is one for a quantity that varies, which no point solves. */
const isDifferential = ({ left, right }: Equation): boolean =>
  [left, right].some((side) => variablesIn(side).size > 0);

const statementOf = ({ demand }: StatedCondition): Expr | undefined =>
  typeof demand === "object" ? asStatement(demand) : undefined;

/** A verdict with the open conditions that the equations meet: those of their own sides, and what follows from them. */
function met(
  verdict: Verdict,
  equations: readonly Equation[],
  assumptions: Assumptions,
  decide: (claim: Claim) => Verdict,
): Verdict {
  const own = new Map(
    equations.flatMap(({ left, right, text }) =>
      prepare([left, right], assumptions).conditions.map((one) => [one.text, text] as const),
    ),
  );
  const all = equations.map(({ text }) => text).join(", ");
  const left = premiseOf(equations);
  const meets = (condition: StatedCondition): string | undefined => {
    if (own.has(condition.text) && !isOfEvery(condition)) return own.get(condition.text);
    const right = holds(verdict) ? statementOf(condition) : undefined;
    return right && decide({ left, relation: "=>", right }).grade === "proved" ? all : undefined;
  };
  const conditions = verdict.conditions.map((one) =>
    one.metBy === undefined ? { ...one, metBy: meets(one) } : one,
  );
  return holds(verdict)
    ? proof(verdict.rules, conditions, verdict.method)
    : { ...verdict, conditions };
}

const isProof = (grade: Grade): boolean => grade === "proved" || grade === "proved-if";
const holds = ({ grade }: Verdict): boolean => isProof(grade);

/** Why an equation is not used: of an entry or a function it says something at one place, where all may be meant. */
function problemOf({ left, right, text }: Equation): string | undefined {
  const sides = [left, right];
  if (sides.some((side) => indexNames(side).size > 0)) {
    return `\`${text}\` may be said of one entry or of all: define the family, or let it be the premise of =>`;
  }
  const [name] = openFunctions(sides).keys();
  return (
    name &&
    `\`${text}\` may be said of one value of ${name} or of all: define ${name}, or let it be the premise of =>`
  );
}

const equal = (left: Expr, right: Expr): Expr => call("=", left, right);

const allOf = (all: Expr[]): Expr => (all.length === 1 ? all[0] : call("and", ...all));

const premiseOf = (equations: readonly Equation[], ...more: Expr[]): Expr =>
  allOf([...equations.map(({ left, right }) => equal(left, right)), ...more]);

/** The grade of what says that a statement holds nowhere: refuted at a point where it holds. */
const contradiction = (left: Expr, decide: (claim: Claim) => Verdict): Grade =>
  decide({ left, relation: "=>", right: equal(number(0n), number(1n)) }).grade;

/** A claim as what follows from the equations; undefined where it is about growth. */
function followingFrom(equations: readonly Equation[], claim: Claim): Claim | undefined {
  const { left, relation, right, unit } = claim;
  switch (relation) {
    case "=>":
      return { left: premiseOf(equations, left), relation, right };
    case "<=>":
      return { left: premiseOf(equations, left), relation, right: premiseOf(equations, right) };
    case "≈": {
      const half = number(unit!.div(Rational.of(2n)));
      const near = call("<=", call("abs", subtract(left, right)), half);
      return { left: premiseOf(equations), relation: "=>", right: near };
    }
    case "O":
      return undefined;
    default:
      return { left: premiseOf(equations), relation: "=>", right: call(relation, left, right) };
  }
}

/** A refutation with the values of both sides, where these are fractions, in place of what holds and what fails. */
function withValues(verdict: Verdict, { left, relation, right }: Claim): Verdict {
  const { witness } = verdict;
  if (!witness || relation === "=>" || relation === "<=>") return verdict;
  const point = new Map(
    Object.entries(witness.point).flatMap(([name, text]) => {
      const [, num, den = "1"] = /^(-?\d+)(?:\/(\d+))?$/.exec(text) ?? [];
      return num ? [[name, number(Rational.of(BigInt(num), BigInt(den)))] as const] : [];
    }),
  );
  const [lhs, rhs] = [left, right].map((side) => constantValue(substitute(side, point)));
  return lhs && rhs
    ? { ...verdict, witness: { ...witness, lhs: `${lhs}`, rhs: `${rhs}` } }
    : verdict;
}
