import { Rational } from "../../num/index.js";
import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { checkTexts } from "./checkId.js";
import { refuseCircle } from "../definitions/circle.js";
import type { Claim, Verdict } from "../opinion/decide.js";
import { triedBy } from "../opinion/deciding.js";
import { search } from "../decide/points/search.js";
import { also, unknown } from "../decide/conditions/verdict.js";
import { withRanges } from "../assumptions/ranges.js";
import type { Definitions } from "../definitions/definitions.js";
import { declaresArrays } from "../assumptions/declared.js";
import { decideArrays } from "../matrices/decideArrays.js";
import { decideEntries } from "./entrywise.js";
import { decideForAll } from "./forAll.js";
import { DerivationError, GaveUp } from "../tree/errors.js";
import { call, type Expr, number, symbol, treeKey } from "../tree/expression.js";
import type { Defined } from "../given/defined.js";
import { decideByInduction } from "./induction.js";
import { forAnyBase, withLogarithms } from "../meanings/logarithms.js";
import { otherMeaning, undecided, withinMeaning } from "../meanings/meanings.js";
import { termwise } from "../meanings/termwise.js";
import { withSquares } from "../meanings/squares.js";
import { substitute } from "../tree/names.js";
import { patternOf, pointWithin } from "../definitions/pattern.js";
import { readPrinted } from "../tree/printed.js";
import { readProvisions } from "../definitions/provided.js";
import type { Statement } from "../notation/relation.js";
import { resolve } from "../definitions/resolve.js";
import { secondOpinion } from "../opinion/secondOpinion.js";
import { statedNames } from "../assumptions/statedNames.js";
import type { StepOptions } from "./stepOptions.js";
import { withinWork } from "../tree/work.js";
import { entriesOf, isList, placesOf, shapeOf } from "../tensor/list.js";

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
  const ofArrays = declaresArrays(provision.assumptions)
    ? decideArrays({ left: inserted[0], relation, right: inserted[1] }, provision.assumptions)
    : undefined;
  if (ofArrays !== undefined) return conditional(ofArrays, provision);
  const terms = termwise(inserted, relation, provision.assumptions);
  const [one, two] = terms.sides;
  const sides = { relation, written, valued: inserted };
  if (provided.length) refuseCircle(provision, sides, resolved(assumptions, insert));
  const known = statedNames(provision.assumptions);
  const { declared, equations = [] } = provision.assumptions;
  const all = [one, two, ...equations.flatMap((equation) => [equation.left, equation.right])];
  const open = undecided(all, known, declared) ?? otherMeaning(all, known);
  if (open !== undefined) return conditional(unknown(["name-is-real"], open), provision);
  const plain = withLogarithms([one, two], withRanges(provision.assumptions, [one, two]));
  const claim = { left: plain.sides[0], relation, right: plain.sides[1], unit };
  const verdict =
    induction === undefined
      ? withSquares(plain.assumptions, known, (assumed) =>
          decideWithin(claim, assumed, definitions),
        )
      : decideByInduction(claim, induction, definitions.recurrences, plain.assumptions);
  const between = ([a, b]: [Expr, Expr]) =>
    decideWithin({ left: a, relation, right: b }, plain.assumptions, definitions);
  const meant = terms.judged(forAnyBase(verdict, plain.isAnyBase), between);
  const found = withinMeaning(meant, all, known, declared);
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

/** Grades a claim where hypotheses in many names settle maxima first. */
function decideWithin(claim: Claim, assumptions: Assumptions, definitions: Definitions): Verdict {
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
