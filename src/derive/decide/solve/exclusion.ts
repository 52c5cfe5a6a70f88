import type { Context } from "../../form/context.js";
import { formExpression } from "../../form/formExpression.js";
import { negate, number, subtract, symbol, treeKey } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import { type OpenCondition } from "../conditions/conditions.js";
import { tryForm } from "../../form/tryForm.js";
import { type Demand, demandsOf } from "../conditions/demands.js";
import type { Line } from "./line.js";
import { contextFor, type Prepared } from "../conditions/prepare.js";
import type { Literal } from "../conditions/proposition.js";
import { follows } from "./solutionBranches.js";
import { solutions } from "./solve.js";

/** How much of an alternative lies where a condition fails: all of it, one of its solutions, or an end of its range. */
export type Exclusion = "whole" | "part" | "end" | undefined;

/**
 * Whether open conditions of a claim exclude an alternative that is printed in it, or one of its solutions: a proof
 * under such conditions would say nothing of what is printed.
 */
export function exclusionOf(
  literals: Literal[],
  { assumptions }: Prepared,
  open: OpenCondition[],
  line?: Line,
): Exclusion {
  const told = line ? onLine(literals, line) : "nowhere";
  if (told !== "nowhere") return told;
  if (open.length === 0) return undefined;
  const exprs = literals.flatMap(({ left, right }) => [left, right]);
  const ctx = contextFor(exprs, assumptions);
  if (excluded(ctx, literals, open.flatMap(failureOf))) return "whole";
  // Where its own conditions fail an equation has no solution that could be left out.
  const own = new Set(demandsOf(exprs).map(demandKey));
  const foreign = open.filter(({ demand }) => !own.has(demandKey(demand))).flatMap(failureOf);
  return solved(ctx, literals).some((one) => excluded(ctx, one, foreign)) ? "part" : undefined;
}

const demandKey = ({ need, expr }: Demand): string => `${need} ${treeKey(expr)}`;

/** What a line tells of it; nothing where the comparisons hold at none of its places. */
function onLine(literals: Literal[], line: Line): Exclusion | "nowhere" {
  const inside = line.places.map((place) => line.truth([literals], place) === true);
  const broken = line.places.map((place) => line.broken(place));
  const held = inside.flatMap((here, i) => (here ? [i] : []));
  if (held.length === 0) return "nowhere";
  if (held.every((i) => broken[i])) return "whole";
  const left = held.filter((i) => broken[i] && line.places[i].single);
  if (left.some((i) => !inside[i - 1] && !inside[i + 1])) return "part";
  return left.some((i) => !inside[i - 1] || !inside[i + 1]) ? "end" : undefined;
}

/** Whether some condition certainly fails wherever comparisons hold, which they do somewhere. */
const excluded = (ctx: Context, literals: Literal[], failures: Literal[][]): boolean =>
  !follows(ctx, literals, []) && follows(ctx, literals, failures);

/** That a condition fails. */
function failureOf({ demand: { need, expr, scopes } }: OpenCondition): Literal[][] {
  if (scopes.length > 0 || need === "count" || need === "exponent") return [];
  if (need === "nonzero") return [[{ relation: "=", gap: expr, left: expr, right: number(0n) }]];
  const relation = need === "positive" ? ">=" : ">";
  return [[{ relation, gap: negate(expr), left: expr, right: number(0n) }]];
}

/** The comparisons with an equation among them solved for a name, once for each solution. */
function solved(ctx: Context, literals: Literal[]): Literal[][] {
  return literals.flatMap((literal, i) => {
    if (literal.relation !== "=") return [];
    const form = tryForm(ctx, literal.gap);
    if (!form) return [];
    return [...freeNames(literal.gap)].flatMap((name) =>
      (solutions(ctx, form, name) ?? []).map(({ value }): Literal[] => {
        const [left, right] = [symbol(name), formExpression(ctx, value)];
        const own: Literal = { relation: "=", gap: subtract(left, right), left, right };
        return literals.map((other, j) => (i === j ? own : other));
      }),
    );
  });
}
