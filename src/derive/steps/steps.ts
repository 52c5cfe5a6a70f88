import { checkTexts } from "./checkId.js";
import { alongChain, type Link, openAbove } from "./alongChain.js";
import { constantsAlong } from "./constantsAlong.js";
import { checkOptions } from "./checkOptions.js";
import type { Verdict } from "../opinion/decide.js";
import { restsOn } from "../decide/open/jointly.js";
import { published } from "../decide/conditions/verdict.js";
import type { DefinedStep } from "./defining.js";
import { DerivationError } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { isGiven } from "../given/given.js";
import { type Ground, gradeStep } from "./grading.js";
import { readPrinted } from "../tree/printed.js";
import { isProposition, relationLatex, type Side, type Statement } from "../notation/relation.js";
import type { StepOptions } from "./stepOptions.js";
import type { Relation, Step } from "../../record/types.js";

/** A step with its two sides as they were read; a hypothesis has none. */
export interface Entry extends Link {
  step: Step;
}

/** A relation between two sides, below what stands above, as a step with its grade and evidence. */
export function gradedStep(
  statement: Statement,
  because: string,
  ground: Ground,
  options: StepOptions,
  entries: readonly Entry[] = [],
): Entry {
  const { left, relation, right, note } = statement;
  checkOptions(ground.id, because, options, ["items", "provided", "induction", "expect"]);
  const above = openAbove(entries, left.expr);
  const { provided: stated = [] } = options;
  checkTexts(`${ground.id}: provided`, stated);
  const provided = [...(statement.provided ?? []), ...stated];
  const grade = (one: Statement) => gradeStep(one, ground, { ...options, provided });
  const own = constantsAlong(grade(statement), entries, statement, (a, b) =>
    grade({ left: a, relation, right: b }),
  );
  const graded = alongChain(own, above, ground.assumptions);
  const verdict = derivedOrGiven(graded, statement, ground);
  if (statement.unsettled && verdict.grade !== "proved-if") throw statement.unsettled;
  const shown = relation === "≈" ? readPrinted(right.text) : right;
  const step: Step = {
    lhs: left.text,
    relation,
    rhs: shown.text,
    latex: `${left.latex} ${relationLatex(relation, shown.latex)}`,
    lhsLatex: left.latex,
    rhsLatex: shown.latex,
    because: [because, note].filter(Boolean).join(", "),
    ...verdict,
    conditions: published(verdict.conditions),
    items: [...(options.items ?? [])],
    ...(provided.length ? { provided } : {}),
    ...(options.induction === undefined ? {} : { induction: options.induction }),
    ...(options.expect ? { expect: options.expect } : {}),
  };
  return { step, sides: [left, right], open: [...above, ...restsOn(verdict)] };
}

/** What an assumption or a definition says already holds, and was not derived. */
function derivedOrGiven(
  verdict: Verdict,
  { left, relation, right }: Statement,
  { assumptions, defined }: Ground,
): Verdict {
  if (!["proved", "proved-if", "tested"].includes(verdict.grade)) return verdict;
  const said = { sides: [left.expr, right.expr] as [Expr, Expr], relation };
  if (!isGiven(said, { assumptions, definitions: defined() })) return verdict;
  const rules = ["assumption"] as const;
  return { grade: "assumed", conditions: verdict.conditions, method: saidAlready, rules };
}

/** The method of a step that says again what is given. */
export const saidAlready = "an assumption or a definition says the same";

/** A definition or a hypothesis as a step. */
export function assumedStep(written: DefinedStep, because: string, items: number[] = []): Step {
  const { lhsLatex, rhsLatex } = written;
  return {
    ...written,
    relation: "=",
    latex: rhsLatex ? `${lhsLatex} = ${rhsLatex}` : lhsLatex,
    because,
    grade: "assumed",
    conditions: [],
    method: "definition or hypothesis",
    rules: [rhsLatex ? "definition" : "hypothesis"],
    items: [...items],
  };
}

/** A hypothesis in words. @throws DerivationError if there are none */
export function hypothesisOf(id: string, statement: string, latex?: string): DefinedStep {
  if (typeof statement !== "string" || statement.trim() === "") {
    throw new DerivationError(`${id}: assume must be given a hypothesis in words`);
  }
  return { lhs: statement, rhs: "", lhsLatex: latex ?? `\\text{${statement}}`, rhsLatex: "" };
}

/**
 * What a chain goes on with: an expression after an expression, a statement after a statement.
 *
 * @throws DerivationError where there is nothing to go on from, or it is of the other kind
 */
export function continued(
  id: string,
  left: Side | undefined,
  relation: Relation,
  right: Side,
): Statement {
  const refuse = (message: string) => new DerivationError(`${id}: ${message}`);
  if (!left) throw refuse("a step needs a left side: call from() first");
  const solving = relation === "<=>" || relation === "=>";
  if (isProposition(left.expr) !== solving) {
    throw refuse(
      solving
        ? `implies and iff go on from a statement, such as from("a*x = b"), got \`${left.text}\``
        : `a statement goes on with implies or iff, got \`${left.text}\`; begin anew with from()`,
    );
  }
  if (isProposition(right.expr) !== solving) {
    throw refuse(
      solving
        ? `implies and iff lead to a statement, such as iff("x = b/a"), got \`${right.text}\``
        : `the right side of a step must be an expression, got the statement \`${right.text}\``,
    );
  }
  return { left, relation, right };
}
