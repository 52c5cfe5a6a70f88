import { type Assumptions, type Fact, integerNames } from "../assumptions/assumptions.js";
import { statedNames } from "../assumptions/statedNames.js";
import {
  also,
  type Claim,
  proof,
  type StatedCondition,
  unknown,
  type Verdict,
} from "../decide/conditions/verdict.js";
import { contextFor } from "../decide/conditions/prepare.js";
import { otherMeaning, undecided, withinMeaning } from "../meanings/meanings.js";
import { secondOpinion } from "../opinion/secondOpinion.js";
import { isNoAnswer, reasonOf } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { freeNames } from "../tree/names.js";
import { withinWork } from "../tree/work.js";
import type { RuleId } from "../../record/types.js";
import { atPoints } from "./atPoints.js";
import { betweenEnds, type Grade, isProof } from "./ends.js";
import { Asked } from "./series/asked.js";
import { holdsLimit, movingNames, opened, type Side, sideOf } from "./sides.js";
import { supposedOf } from "./supposed.js";

export type Sides = Pick<Claim, "left" | "relation" | "right" | "unit">;

/** Points that are tried where a proof supposes a sign, and where there is none. */
const mostPoints = 8;
/** Ways to suppose the signs of parameters that are tried. */
const mostRuns = 6;
/** Work that the limits of one claim may take. */
const mostWork = 3_000_000;

/**
 * Grades a claim about limits: each is carried out, and the claim is decided with their values. Where a sign is not known, each
 * sign is supposed in turn, as a condition, and points are tried at which the condition fails.
 *
 * @param grade decides a claim without limits
 */
export function decideLimits(claim: Sides, assumptions: Assumptions, grade: Grade): Verdict {
  const { left, relation, right } = claim;
  const sides: [Expr, Expr] = [left, right];
  if (!sides.some(holdsLimit)) return grade(sides, assumptions);
  if (relation === "=>" || relation === "<=>")
    return unknown(["limit-by-leading-term"], "a limit inside a statement has no meaning here yet");
  const known = statedNames(assumptions);
  const other = otherMeaning(sides, known);
  if (other !== undefined) return unknown(["name-is-real"], other);
  const open = undecided(sides.map(opened), known, assumptions.declared);
  if (open !== undefined) return unknown(["name-is-real"], open);
  const linked = linkedName(sides, assumptions);
  if (linked !== undefined)
    return unknown(
      ["limit-by-leading-term"],
      `what is assumed of ${linked} may make other names depend on it: insert that`,
    );
  const found = byRuns(claim, assumptions, grade);
  const verdict = withinMeaning(found, sides, known, assumptions.declared);
  return secondOpinion(claim, assumptions, verdict);
}

/** The name of a limit which an equation or a dependence links to other names. */
function linkedName(
  sides: readonly Expr[],
  { facts, equations = [] }: Assumptions,
): string | undefined {
  const moving = sides.flatMap(movingNames);
  const linked = new Set(facts.flatMap((fact) => (fact.kind === "depends" ? fact.on : [])));
  for (const { left, right } of equations)
    for (const side of [left, right]) freeNames(side, linked);
  return moving.find((name) => linked.has(name));
}

function byRuns(claim: Sides, assumptions: Assumptions, grade: Grade): Verdict {
  let reason: Verdict | undefined;
  let choices: boolean[] | undefined = [];
  for (let tried = 0; choices && tried < mostRuns; tried++) {
    const found = run(claim, assumptions, grade, choices);
    const { asked, verdict } = found;
    const isSettled = asked.supposed.length === 0;
    if (isSettled && (isProof(verdict) || verdict.grade === "refuted")) return verdict;
    if (isProof(verdict)) {
      const whole = forEitherSign(claim, assumptions, grade, asked.made);
      return atPoints(claim, assumptions, grade, mostPoints) ?? whole ?? verdict;
    }
    reason ??= verdict;
    choices = nextChoices(asked.made);
  }
  const refuted = atPoints(claim, assumptions, grade, mostPoints);
  if (refuted) return refuted;
  return reason?.grade === "refuted"
    ? unknown(reason.rules, "it fails where a sign is supposed, and no such point was found")
    : reason!;
}

/** A proof that supposes no more than that something is not 0, where both signs of it lead to one. */
function forEitherSign(
  claim: Sides,
  assumptions: Assumptions,
  grade: Grade,
  made: readonly boolean[],
): Verdict | undefined {
  const all = 2 ** made.length;
  if (made.length === 0 || all > mostRuns) return undefined;
  const verdicts = Array.from({ length: all }, (_, bits) => {
    const choices = made.map((_, i) => ((bits >> i) & 1) > 0);
    const found = run(claim, assumptions, grade, choices, true);
    return found.asked.made.length === made.length ? found.verdict : undefined;
  });
  const [first] = verdicts;
  const conditionsOf = (verdict: Verdict) => verdict.conditions.map(({ text }) => text).join();
  const isSame = (verdict: Verdict | undefined) =>
    verdict && isProof(verdict) && conditionsOf(verdict) === conditionsOf(first!);
  return first && verdicts.every(isSame) ? first : undefined;
}

/** One way to suppose signs; `isEither` tells only that they are not 0. */
function run(
  claim: Sides,
  assumptions: Assumptions,
  grade: Grade,
  choices: readonly boolean[],
  isEither = false,
): { asked: Asked; verdict: Verdict } {
  const asked = new Asked(contextFor([], assumptions), choices);
  const verdict = attempted(() => oneRun(claim, assumptions, grade, asked, isEither), asked);
  return { asked, verdict };
}

/** The next way to choose: the last choice that may still change does. */
function nextChoices(made: readonly boolean[]): boolean[] | undefined {
  const at = made.lastIndexOf(false);
  return at < 0 ? undefined : [...made.slice(0, at), true];
}

function attempted(work: () => Verdict, asked: Asked): Verdict {
  try {
    return withinWork(mostWork, work);
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    return unknown(rulesOf(asked), reasonOf(error));
  }
}

const rulesOf = ({ ctx }: Asked): RuleId[] => ["limit-by-leading-term", ...ctx.applied];

function oneRun(
  { left, relation, right }: Sides,
  assumptions: Assumptions,
  grade: Grade,
  asked: Asked,
  isEither: boolean,
): Verdict {
  const integers = integerNames(assumptions);
  const sides = [left, right].map((side) => sideOf(asked, side, integers)) as [Side, Side];
  const { facts, ...supposed } = supposedOf([left, right], asked, assumptions);
  const conditions = isEither
    ? supposedOf([left, right], asked, assumptions, true).conditions
    : supposed.conditions;
  const rules = rulesOf(asked);
  const [one, two] = sides;
  if ("value" in one && "value" in two) {
    const given = { ...assumptions, facts: [...assumptions.facts, ...facts] };
    return joined(grade([one.value, two.value], given), conditions, facts, rules);
  }
  if (relation !== "=") return unknown(rules, "an order between what is infinite is not decided");
  return betweenEnds(sides, [left, right], conditions, rules);
}

/** The verdict with what was supposed as conditions of its own. */
function joined(
  verdict: Verdict,
  supposed: StatedCondition[],
  facts: readonly Fact[],
  rules: readonly RuleId[],
): Verdict {
  const texts = new Set([...supposed, ...facts].map(({ text }) => text));
  const own = verdict.conditions.filter(
    ({ metBy, text }) => !texts.has(text) && !(metBy !== undefined && texts.has(metBy)),
  );
  const conditions = [...own, ...supposed];
  const all = [...new Set([...rules, ...verdict.rules])].filter(
    (rule) => rule !== "second-opinion",
  );
  if (verdict.grade === "proved" || verdict.grade === "proved-if")
    return proof(all, conditions, `the limits by their leading terms; ${verdict.method}`);
  return { ...also({ ...verdict, rules: all }), conditions };
}
