import type { Assumptions } from "../assumptions/assumptions.js";
import type { Expr } from "../tree/expression.js";
import type { Context } from "../form/context.js";
import { type Examination, examine } from "./examination.js";
import { exclusionOf } from "./solve/exclusion.js";
import { followsOn, type Line, lineOf } from "./solve/line.js";
import { type Move, movesAlong, movesOnto } from "./points/moves.js";
import { tryForm } from "../form/tryForm.js";
import { freeNames } from "../tree/names.js";
import type { RuleId } from "../../record/types.js";
import { allConditions, appliedRules, prepare, type Prepared } from "./conditions/prepare.js";
import { alternatives, type Literal } from "./conditions/proposition.js";
import { follows } from "./solve/solutionBranches.js";
import { unfolded } from "./solve/unfold/unfolded.js";
import { holdsThroughout } from "./throughout.js";
import { isStated, supposedConditions } from "./conditions/conditions.js";
import {
  proof,
  refutation,
  type StatedCondition,
  unknown,
  type Verdict,
} from "./conditions/verdict.js";

const failing = ["counterexample-to-implication", "sample-points"] as const;

/** Points at which a proof is looked at, and at which a claim without one is. */
const most = { proved: 24, open: 120, unproved: 200 };

/** Shows that comparisons hold wherever others do, by more than solutions. */
export type ShowFollowing = (
  ctx: Context,
  from: readonly Literal[],
  to: readonly Literal[][],
) => string | undefined;

/**
 * Grades `A => B` and `A <=> B`: each solution of A is found and put into B; for `<=>` also the other way.
 *
 * @param showFollowing is asked of what is not shown so
 */
export function decideImplication(
  left: Expr,
  right: Expr,
  both: boolean,
  assumptions: Assumptions,
  showFollowing: ShowFollowing,
): Verdict {
  const [one, two] = [alternatives(left), alternatives(right)];
  const prepared = prepare(sidesOf([...one, ...two]), assumptions);
  const line = lineOf([...one, ...two], assumptions);
  const never = (from: Literal[][]): boolean => {
    const own = lineOf(from, assumptions);
    return own ? followsOn(own, from, []) : from.every((one) => follows(prepared.ctx, one, []));
  };
  const shown = (from: Literal[][], to: Literal[][], own: Line | undefined) =>
    (own && followsOn(own, from, to)) ||
    from.every((literals) => follows(prepared.ctx, literals, to)) ||
    never(from);
  const shows = (from: Literal[][], to: Literal[][], own: Line | undefined) =>
    shown(from, to, own) && (!both || shown(to, from, own));
  const isDirect = shows(one, two, line);
  const plain = isDirect ? [] : [one, two].map((side) => unfolded(side, assumptions));
  const [from, to] = [plain[0] ?? one, plain[1] ?? two];
  const proved =
    isDirect ||
    (plain.some((side) => side !== undefined) &&
      shows(from, to, lineOf([...from, ...to], assumptions)));
  const conditions = allConditions(prepared);
  const open = conditions.filter(({ metBy }) => metBy === undefined);
  const count = !proved ? most.unproved : open.length ? most.open : most.proved;
  const moves = [...movesAlong(line), ...(proved ? [] : movesWithin([...from, ...to], prepared))];
  const found = examine(prepared, open.filter(isStated), [one, two], both, moves, count);
  const tried = ["solve-and-substitute", ...appliedRules(prepared), "sample-points"] as const;
  if (found.against) {
    const method = "a point at which one side holds and the other fails";
    return refutation(failing, found.against, conditions, method);
  }
  if (!found.admissible) {
    return unknown(tried, "no point was found that satisfies the assumptions", conditions);
  }
  const throughout = proved ? undefined : holdsThroughout([one, two], both, assumptions);
  if (throughout) {
    // What the statements demand holds where they were told.
    const met = conditions.filter(({ metBy }) => metBy !== undefined);
    return proof(["finite-domain"], met, `both statements at ${throughout} points, which are all`);
  }
  const further = proved ? undefined : furtherShown(prepared.ctx, [one, two], both, showFollowing);
  if (!proved && further === undefined) {
    const why =
      "no procedure finds all solutions, and no point was found that tells the sides apart";
    return unknown(tried, why, conditions);
  }
  const excluded = open.length
    ? exclusion(prepared, conditions, [one, two], both, found, line)
    : undefined;
  if (excluded) return excluded;
  const told = both ? [...one, ...two] : one;
  const hidden = open.length > 0 && told.some((own) => never([own]) && !isNever(own, assumptions));
  if (hidden)
    return unknown(tried, "the conditions may exclude all that meets the premise", conditions);
  const vacuous = never(one);
  const how: RuleId = vacuous ? "premise-never-met" : "solve-and-substitute";
  const rules = [
    ...(further === undefined ? [how] : (["certificate"] as const)),
    ...(proved && !isDirect ? (["unfolded-function"] as const) : []),
    ...(line ? (["real-roots"] as const) : []),
    ...appliedRules(prepared),
  ];
  return proof(rules, conditions, further ?? methodOf(both, vacuous));
}

/** A proof for each alternative of the premise, and for `<=>` of the conclusion, by what is loaded for it. */
function furtherShown(
  ctx: Context,
  [one, two]: [Literal[][], Literal[][]],
  both: boolean,
  showFollowing: ShowFollowing,
): string | undefined {
  const ways: [Literal[][], Literal[][]][] = both
    ? [
        [one, two],
        [two, one],
      ]
    : [[one, two]];
  const texts: string[] = [];
  for (const [from, to] of ways) {
    for (const literals of from) {
      const text = follows(ctx, literals, to) ? "" : showFollowing(ctx, literals, to);
      if (text === undefined) return undefined;
      if (text !== "") texts.push(text);
    }
  }
  return texts.join("; ");
}

/** Onto the solutions of equations. */
const movesWithin = (statement: Literal[][], { ctx }: Prepared): Move[] =>
  statement
    .flat()
    .filter(({ relation }) => relation === "=")
    .flatMap(({ gap }) => movesOnto(ctx, tryForm(ctx, gap), freeNames(gap)));

/** Whether an alternative is met nowhere at all: what is supposed in reading it could hide where it is. */
function isNever(literals: Literal[], assumptions: Assumptions): boolean {
  const line = lineOf([literals], assumptions);
  if (line) return followsOn(line, [literals], []);
  const { ctx } = prepare(sidesOf([literals]), assumptions);
  return follows(ctx, literals, []) && supposedConditions(ctx).length === 0;
}

const sidesOf = (all: Literal[][]) => all.flat().flatMap(({ left, right }) => [left, right]);

/** What a proof shows: of a premise that is never met anything follows, which a reader is told. */
function methodOf(both: boolean, never: boolean): string {
  if (never) return both ? "neither side is ever met" : "the premise is never met";
  return both
    ? "every solution of either side is one of the other"
    : "every solution of the left side is one of the right";
}

/** What is said of a proof whose open conditions exclude an alternative that is printed, or a solution of one. */
function exclusion(
  prepared: Prepared,
  conditions: StatedCondition[],
  [one, two]: [Literal[][], Literal[][]],
  both: boolean,
  { met, seen }: Examination,
  line: Line | undefined,
): Verdict | undefined {
  const stated = conditions.filter(isStated);
  const refused = (what: string) =>
    unknown(["solve-and-substitute", "definedness"], what, conditions);
  if (!met) return refused("the conditions hold at no point that was tried");
  const printed = [...one, ...two].map((literals) => ({
    literals,
    own: seen.get(literals)!,
    how: exclusionOf(literals, prepared, stated, line),
  }));
  const whole = printed.filter(({ how, own }) => how === "whole" || (own.held && !own.met));
  const lopsided = both && whole.find(({ own }) => own.lopsided)?.own.lopsided;
  if (lopsided) {
    const method = "a point at which one side holds and the other has no value";
    return refutation(["counterexample-without-value"], lopsided, conditions, method);
  }
  const part = printed.some(
    ({ how, literals }) =>
      (how === "part" && (both || one.includes(literals))) || (how === "end" && both),
  );
  if (!whole.length && !part) return undefined;
  const texts = conditions.flatMap(({ text, metBy }) => (metBy === undefined ? [text] : []));
  return refused(`premise and condition exclude each other: ${texts.join(", ")}`);
}
