import type { Context } from "../../form/context.js";
import { type Form, fromPoly, isZero } from "../../form/ring/form.js";
import { piecesOf } from "../../form/ring/pieces.js";
import { divideExactly, type Poly } from "../../form/ring/polynomial.js";
import { freeNames } from "../../tree/names.js";
import { failsAt, learnAt } from "../../signs/substituted.js";
import { tryForm } from "../../form/tryForm.js";
import { atomValues } from "./atomValues.js";
import type { Literal } from "../conditions/proposition.js";
import { atRoot, type Root, solutions } from "./solve.js";

/** Branches that may be looked at: equations and names can be taken in very many orders. */
const mostBranches = 120;

interface Left {
  branches: number;
  shows?: ShowGoal;
}

/** Shows a comparison with 0 that its form does not. */
export type ShowGoal = (form: Form, relation: Literal["relation"]) => boolean;

/**
 * Whether one of the alternatives holds wherever all literals do; of no alternatives, whether the literals never do.
 *
 * @param shows is asked of what is to hold where no equation is left
 */
export function follows(
  ctx: Context,
  literals: Literal[],
  to: Literal[][],
  shows?: ShowGoal,
): boolean {
  const { signs } = ctx;
  return signs.scoped(() => {
    const equations: Form[] = [];
    for (const { relation, gap } of literals) {
      const form = tryForm(ctx, gap);
      if (!form) continue;
      if (relation !== "=") signs.learn(form, relation, "");
      else if (!isZero(form)) equations.push(form);
    }
    const goals = formsOf(ctx, to);
    const names = new Set([...to.flat(), ...literals].flatMap(({ gap }) => [...freeNames(gap)]));
    return onBranches(ctx, equations, names, goals, { branches: mostBranches, shows });
  });
}

interface Goal {
  relation: Literal["relation"];
  form: Form | undefined;
}

function formsOf(ctx: Context, to: Literal[][]): Goal[][] {
  return to.map((literals) =>
    literals.flatMap(({ relation, gap, implied }) =>
      implied ? [] : [{ relation, form: tryForm(ctx, gap) }],
    ),
  );
}

/** Whether a goal holds on every branch of solutions of the equations. */
function onBranches(
  ctx: Context,
  equations: Form[],
  names: Set<string>,
  goals: Goal[][],
  left: Left,
): boolean {
  const isMet = (goal: Goal) => holds(ctx, goal) || isMultiple(ctx, goal, equations);
  if (goals.some((all) => all.every(isMet))) return true;
  const { shows } = left;
  const isShown = (goal: Goal) => isMet(goal) || (goal.form && shows?.(goal.form, goal.relation));
  if (shows && equations.length === 0 && goals.some((all) => all.every(isShown))) return true;
  if (left.branches-- <= 0) return false;
  for (const [i, equation] of equations.entries()) {
    if (ctx.signs.nonzero(equation)) return true; // the equation has no solution
    const others = equations.filter((_, j) => j !== i);
    const solved = factorsOf(ctx, equation).every(
      (factor) =>
        [...names].some((name) => {
          const roots = solutions(ctx, factor, name);
          return roots?.every((root) => onRoot(ctx, root, others, names, goals, left));
        }) || atomValues(ctx, factor).some((put) => onPlace(ctx, put, others, names, goals, left)),
    );
    if (solved) return true;
  }
  return false;
}

/** Whether what a goal says to be 0 has every factor of one of the equations as a factor. */
function isMultiple(ctx: Context, { relation, form }: Goal, equations: Form[]): boolean {
  if (relation !== "=" || !form) return false;
  const goal = zeros(ctx, form);
  return equations.some((equation) => {
    const factors = zeros(ctx, equation).filter(
      (poly) => !ctx.signs.nonzero(fromPoly(ctx.ring, poly)),
    );
    return factors.every((factor) => goal.some((poly) => divideExactly(ctx.ring, poly, factor)));
  });
}

/** What has to be 0, one after the other, where a product is 0. */
const factorsOf = (ctx: Context, form: Form): Form[] =>
  zeros(ctx, form).map((poly) => fromPoly(ctx.ring, poly));

const zeros = (ctx: Context, form: Form): Poly[] =>
  piecesOf(ctx.ring, form)
    .filter(({ exponent }) => exponent > 0)
    .map(({ poly }) => poly);

function onRoot(
  ctx: Context,
  root: Root,
  equations: Form[],
  names: Set<string>,
  goals: Goal[][],
  left: Left,
): boolean {
  const { signs } = ctx;
  return signs.scoped(() => {
    for (const need of root.needs) signs.learn(need, ">=", "");
    if (failsAt(signs, root.name, (form) => atRoot(ctx, form, root))) return true;
    learnAt(signs, root.name, (form) => atRoot(ctx, form, root));
    return onPlace(ctx, (form) => atRoot(ctx, form, root), equations, names, goals, left);
  });
}

/** The same with something known written into the equations that are left, and into the goals. */
function onPlace(
  ctx: Context,
  put: (form: Form) => Form | undefined,
  equations: Form[],
  names: Set<string>,
  goals: Goal[][],
  left: Left,
): boolean {
  const rest = equations.flatMap((equation) => {
    const form = put(equation);
    return form && !isZero(form) ? [form] : [];
  });
  const own = goals.map((all) =>
    all.map(({ relation, form }) => ({ relation, form: form && put(form) })),
  );
  return onBranches(ctx, rest, names, own, left);
}

function holds({ signs }: Context, { relation, form }: Goal): boolean {
  if (!form) return false;
  if (relation === "=") return isZero(form);
  if (relation === "!=") return signs.nonzero(form);
  return relation === ">" ? signs.positive(form) : signs.nonnegative(form);
}
