import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { checkTexts } from "./checkId.js";
import { gradeSides } from "./meant/meant.js";
import { refuseCircle } from "../definitions/circle.js";
import type { Verdict } from "../opinion/decide.js";
import { triedBy } from "../opinion/deciding.js";
import { also, unknown } from "../decide/conditions/verdict.js";
import type { Definitions } from "../definitions/definitions.js";
import { declaresArrays, declaresComplex } from "../assumptions/declared.js";
import { decideComplex } from "../complex/decideComplex.js";
import { decideArrays } from "../matrices/decideArrays.js";
import { DerivationError, GaveUp } from "../tree/errors.js";
import { type Expr, treeKey } from "../tree/expression.js";
import type { Defined } from "../given/defined.js";
import { speaksOfMatrices } from "../meanings/opaque.js";
import { substitute } from "../tree/names.js";
import { readPrinted } from "../tree/printed.js";
import { readProvisions } from "../definitions/provided.js";
import type { Statement } from "../notation/relation.js";
import { decideAsymptotics } from "../limits/decideAsymptotics.js";
import { decideMeans } from "../random/means.js";
import { resolve } from "../definitions/resolve.js";
import type { StepOptions } from "./stepOptions.js";
import { withinWork } from "../tree/work.js";

/** Work that one step may take, all entries of its lists together. */
const mostWork = 30_000_000;

/** What a derivation knows when a step is graded. */
export interface Ground {
  id: string;
  definitions: Definitions;
  assumptions: Assumptions;
  /** The definitions as they are written. */
  defined: () => readonly Defined[];
}

/**
 * Grades one step: definitions are inserted, conditions of this step applied, and the rest is the engine's.
 *
 * @throws DerivationError where the two sides are one expression as written, or a part has no meaning
 */
export function gradeStep(
  { left, relation, right }: Statement,
  ground: Ground,
  { provided = [], induction }: StepOptions = {},
): Verdict {
  const { id } = ground;
  if (treeKey(left.expr) === treeKey(right.expr)) {
    throw new DerivationError(
      `${id}: \`${left.text}\` and \`${right.text}\` are the same expression: there is nothing to check`,
    );
  }
  checkTexts(`${id}: provided`, provided);
  try {
    const statement = { left, relation, right };
    return withinWork(mostWork, () => decided(statement, ground, provided, induction));
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    return unknown(triedBy[relation], error.message);
  }
}

function decided(
  { left, relation, right }: Statement,
  { id, definitions, assumptions }: Ground,
  provided: readonly string[],
  induction: string | undefined,
): Verdict {
  const unit = relation === "≈" ? within(id, () => readPrinted(right.text).unit) : undefined;
  const insert = (expr: Expr) => resolve(expr, definitions);
  const provision = readProvisions(provided, assumptions, insert);
  const written: [Expr, Expr] = [insert(left.expr), insert(right.expr)];
  const valued = (side: Expr) => substitute(side, provision.values);
  const inserted: [Expr, Expr] = [valued(written[0]), valued(written[1])];
  if (provided.length) {
    const sides = { relation, written, valued: inserted };
    refuseCircle(provision, sides, resolved(assumptions, insert));
  }
  const graded =
    (is: Statement["relation"]) =>
    ([one, two]: [Expr, Expr], given: Assumptions): Verdict => {
      const plain = (sides: [Expr, Expr], known: Assumptions) =>
        gradeSides({ sides, relation: is, unit, induction }, known, definitions);
      return decideAsymptotics({ left: one, relation: is, right: two, unit }, given, plain);
    };
  const grade = graded(relation);
  const ofNumbers = () => decideMeans(inserted, provision.assumptions, grade, relation);
  const claim = { left: inserted[0], relation, right: inserted[1] };
  const isOfArrays = declaresArrays(provision.assumptions) || speaksOfMatrices(inserted);
  const ofComplex = () =>
    decideComplex(claim, provision.assumptions, (own, given) =>
      graded(own.relation)([own.left, own.right], given),
    );
  const ofReals = () =>
    isOfArrays ? decideArrays(claim, provision.assumptions, ofNumbers) : ofNumbers();
  const found = declaresComplex(provision.assumptions) ? ofComplex() : ofReals();
  const isInserted = [left, right].some(({ expr }, i) => treeKey(expr) !== treeKey(written[i]));
  return conditional(isInserted ? also(found, "insert-definition") : found, provision);
}

/** Reads a part of a derivation, whose id stands before what is wrong with it. */
function within<T>(id: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerivationError) error.message = `${id}: ${error.message}`;
    throw error;
  }
}

/** The assumptions with definitions inserted. */
const resolved = (assumptions: Assumptions, insert: (expr: Expr) => Expr): Assumptions => ({
  ...assumptions,
  facts: assumptions.facts.map((fact): Fact =>
    fact.kind === "compare" ? { ...fact, expr: insert(fact.expr) } : fact,
  ),
});

/** A step that holds under conditions of its own is proved if they hold, and no better. */
function conditional(verdict: Verdict, { conditions }: ReturnType<typeof readProvisions>): Verdict {
  if (conditions.length === 0) return verdict;
  const texts = new Set(conditions.map(({ text }) => text));
  const kept = verdict.conditions.map((condition) =>
    texts.has(condition.text) ? { text: condition.text, latex: condition.latex } : condition,
  );
  const own = conditions.filter(({ text }) => !kept.some((condition) => condition.text === text));
  const grade = verdict.grade === "proved" ? "proved-if" : verdict.grade;
  return { ...also(verdict, "provided"), grade, conditions: [...own, ...kept] };
}
