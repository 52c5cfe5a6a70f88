import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { contextFor } from "../decide/conditions/prepare.js";
import {
  also,
  type Claim,
  type StatedCondition,
  type Verdict,
} from "../decide/conditions/verdict.js";
import { factorsOf } from "../decide/conditions/demands.js";
import { constantValue } from "../tree/constants.js";
import { asRational, constant, divide, negated } from "../form/ring/form.js";
import { formExpression } from "../form/formExpression.js";
import { linearIn } from "../form/linear.js";
import { tryForm } from "../form/tryForm.js";
import { isPointwise } from "./pointwise.js";
import type { Expr } from "../tree/expression.js";
import { freeNames, mentions, substitute } from "../tree/names.js";
import { expressionText } from "../tree/text.js";

/** More of them are left as conditions: each is a claim of its own, in which the others may stand again. */
const mostExcluded = 3;

/**
 * A proof under conditions u != 0 that no part of the claim demands, as where a sign is written as a quotient: where u is 0
 * the claim is graded by itself, and if it is proved there the condition is none.
 *
 * @param decide grades a claim in the same way
 */
export function withExcluded(
  verdict: Verdict,
  claim: Claim,
  assumptions: Assumptions,
  decide: (claim: Claim, assumptions: Assumptions) => Verdict,
): Verdict {
  const supposed = verdict.conditions.filter(mayBeLeftOut);
  if (verdict.grade !== "proved-if" || supposed.length > mostExcluded) return verdict;
  const proofs = new Map<string, Verdict | undefined>();
  const methods = new Set<string>();
  const left = new Set<StatedCondition>();
  for (const condition of supposed) {
    const zeros = zerosOf(condition, claim, assumptions);
    for (const at of zeros)
      if (!proofs.has(at.text)) proofs.set(at.text, decide(at.claim, at.assumptions));
    if (zeros.length === 0 || zeros.some(({ text }) => proofs.get(text)?.grade !== "proved"))
      continue;
    left.add(condition);
    for (const { text } of zeros) methods.add(`in the case ${text}: ${proofs.get(text)!.method}`);
  }
  if (left.size === 0) return verdict;
  const conditions = verdict.conditions.filter((one) => !left.has(one));
  const isOpen = conditions.some(({ metBy }) => metBy === undefined);
  const applied = [...proofs.values()].flatMap((proof) => proof?.rules ?? []);
  return {
    ...also(verdict, "excluded-value", ...applied),
    conditions,
    grade: isOpen ? "proved-if" : "proved",
    method: [verdict.method, ...methods].join("; "),
  };
}

/** Whether a condition was made by a procedure and says that something is not 0, at one point. */
export const mayBeLeftOut = ({ supposed, metBy, demand }: StatedCondition): boolean =>
  supposed === true &&
  metBy === undefined &&
  typeof demand === "object" &&
  demand.need === "nonzero" &&
  demand.scopes.length === 0;

/** A claim where something is 0. */
interface Zero {
  claim: Claim;
  assumptions: Assumptions;
  text: string;
}

/** The claim wherever what is supposed not to be 0 is: where one of its factors is; none where that is not known. */
function zerosOf({ demand }: StatedCondition, claim: Claim, assumptions: Assumptions): Zero[] {
  const { expr } = demand as { expr: Expr };
  const found = factorsOf(expr)
    .filter((factor) => constantValue(factor) === undefined)
    .map((factor) => zeroOf(factor, claim, assumptions));
  return found.every((one) => one !== undefined) ? found : [];
}

/** The claim where an expression is 0, with what a name is there put for it. */
function zeroOf(expr: Expr, claim: Claim, assumptions: Assumptions): Zero | undefined {
  const { facts, declared = [], equations = [] } = assumptions;
  if (equations.length || ![claim.left, claim.right].every(isPointwise)) return undefined;
  const ctx = contextFor([expr], assumptions);
  const form = tryForm(ctx, expr);
  if (!form) return undefined;
  for (const name of freeNames(expr)) {
    const isTaken =
      declared.some((one) => one.name === name) ||
      facts.some((fact) => fact.kind !== "compare" && fact.kind !== "convergence");
    const line = isTaken ? undefined : linearIn(ctx, form, name);
    const slope = line && asRational(line.slope);
    if (!line || !slope || slope.sign === 0) continue;
    const value = formExpression(
      ctx,
      divide(ctx.ring, negated(line.offset), constant(ctx.ring, slope)),
    );
    if (mentions(value, name)) continue;
    const put = new Map([[name, value]]);
    return {
      claim: { ...claim, left: substitute(claim.left, put), right: substitute(claim.right, put) },
      assumptions: {
        ...assumptions,
        facts: facts.map((fact): Fact =>
          fact.kind === "compare" ? { ...fact, expr: substitute(fact.expr, put) } : fact,
        ),
      },
      text: `${name} = ${expressionText(value)}`,
    };
  }
  return undefined;
}
