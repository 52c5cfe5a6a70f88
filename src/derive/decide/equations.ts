import type { Assumptions } from "../assumptions.js";
import { constantValue } from "../constants.js";
import type { Equation } from "../declarations/equation.js";
import { call, type Expr, number, parts, subtract } from "../expression.js";
import { library } from "../library/library.js";
import { indexNames, substitute } from "../names.js";
import { Rational } from "../../num/index.js";
import { prepare } from "./prepare.js";
import { type Claim, proof, unknown, type Verdict } from "./verdict.js";

/** Operators that say nothing of a function of its own. */
const operators = new Set("D partial sum prod integrate at".split(" "));

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
  // Open conditions may fail wherever the equations hold.
  const isOpen = alone.conditions.some(({ metBy }) => metBy === undefined);
  if (!isOpen && (alone.grade === "proved" || alone.grade === "tested")) return alone;
  const problem = equations.map(problemOf).find((one) => one !== undefined);
  if (problem !== undefined) return unknown(problem);
  const following = followingFrom(equations, claim);
  if (following === undefined) {
    return unknown("an equation among the assumptions is not used for an order of growth");
  }
  const verdict = met(decide(following), equations, assumptions);
  const never: Claim = { ...following, relation: "=>", right: equal(number(0n), number(1n)) };
  if (holds(verdict) && holds(decide({ ...never, left: premiseOf(equations) }))) {
    return unknown("the equations among the assumptions hold at no point");
  }
  return verdict.grade === "refuted" ? withValues(verdict, claim) : verdict;
}

/** A verdict in which the equations meet the conditions under which their own sides have values. */
function met(verdict: Verdict, equations: readonly Equation[], assumptions: Assumptions): Verdict {
  const own = new Map(
    equations.flatMap(({ left, right, text }) =>
      prepare([left, right], assumptions).conditions.map((one) => [one.text, text] as const),
    ),
  );
  const conditions = verdict.conditions.map((one) =>
    one.metBy === undefined && own.has(one.text) ? { ...one, metBy: own.get(one.text) } : one,
  );
  return holds(verdict) ? proof(conditions, verdict.method) : { ...verdict, conditions };
}

const holds = ({ grade }: Verdict): boolean => grade === "proved" || grade === "proved-if";

/** Why an equation is not used: of an entry or a function it says something at one place, where all may be meant. */
function problemOf({ left, right, text }: Equation): string | undefined {
  const sides = [left, right];
  if (sides.some((side) => indexNames(side).size > 0)) {
    return `\`${text}\` may be said of one entry or of all: define the family, or let it be the premise of =>`;
  }
  const name = sides.flatMap(openFunctions)[0];
  return (
    name &&
    `\`${text}\` may be said of one value of ${name} or of all: define ${name}, or let it be the premise of =>`
  );
}

function openFunctions(expr: Expr): string[] {
  const isOpen = expr.kind === "call" && !library.has(expr.name) && !operators.has(expr.name);
  return [...(isOpen ? [expr.name] : []), ...parts(expr).flatMap(openFunctions)];
}

const equal = (left: Expr, right: Expr): Expr => call("=", left, right);

function premiseOf(equations: readonly Equation[], ...more: Expr[]): Expr {
  const all = [...equations.map(({ left, right }) => equal(left, right)), ...more];
  return all.length === 1 ? all[0] : call("and", ...all);
}

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
