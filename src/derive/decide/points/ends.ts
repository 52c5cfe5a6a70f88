import type { Assumptions } from "../../assumptions/assumptions.js";
import { points } from "../../evaluate/points.js";
import { evaluate, type Point } from "../../evaluate/evaluate.js";
import type { Context } from "../../form/context.js";
import { tryForm } from "../../form/tryForm.js";
import { constantValue } from "../../tree/constants.js";
import { attempt } from "../../tree/errors.js";
import type { Expr } from "../../tree/expression.js";
import { constantNames, freeNames, isClosed } from "../../tree/names.js";
import type { Witness } from "../../../record/types.js";
import { contextFor } from "../conditions/prepare.js";
import type { Literal } from "../conditions/proposition.js";
import { closedPlaces } from "./closedPlaces.js";
import { isPlain } from "./judged.js";
import { type Move, movesOnto } from "./moves.js";
import { Standings, wide } from "./standing.js";
import { valueTexts } from "./valueText.js";

/** It only tells where points may be worth a look. */
const mostWork = 300_000;

/** Onto the ends that assumptions set to single names, where these are no fractions: pi/2 for `x <= pi/2`. */
export function movesOntoEnds(
  ctx: Context,
  { facts }: Assumptions,
  names: ReadonlySet<string>,
): Move[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== "compare" || fact.relation === "!=") return [];
    const own = [...freeNames(fact.expr)].filter(
      (name) => names.has(name) && !constantNames.has(name),
    );
    if (own.length !== 1) return [];
    const moves = movesOnto(ctx, tryForm(ctx, fact.expr), own);
    return moves.filter(({ to }) => isClosed(to) && constantValue(to) === undefined);
  });
}

/** Such an end at which what is assumed holds, and a comparison certainly does not: there a strict one often fails. */
export function failingEnd(literal: Literal, assumptions: Assumptions): Witness | undefined {
  const sides = [literal.left, literal.right];
  if (!sides.every(isPlain)) return undefined;
  const ctx = contextFor(sides, assumptions, mostWork);
  const ends = movesOntoEnds(
    ctx,
    assumptions,
    new Set(sides.flatMap((side) => [...freeNames(side)])),
  );
  if (ends.length === 0) return undefined;
  const ways = together(ends);
  const standings = new Standings(ctx);
  const [point] = points(sides, assumptions, wide);
  if (!point) return undefined;
  for (const { shown, put } of closedPlaces(point, ways, assumptions, standings)) {
    if (standings.of(put([[literal]]), point) !== "fails") continue;
    const [lhs, rhs] = sides.map((gap) => textAt(put([[{ ...literal, gap }]])[0][0].gap, point));
    if (lhs !== undefined && rhs !== undefined) return { point: shown, lhs, rhs };
  }
  return undefined;
}

/** Each move by itself, and moves of several names at once, up to so many: at a corner all names are at an end. */
const mostWays = 40;

function together(moves: readonly Move[]): Move[][] {
  const ways = moves.reduce<Move[][]>(
    (all, move) => [
      ...all,
      ...all.flatMap((way) => (way.some(({ name }) => name === move.name) ? [] : [[...way, move]])),
    ],
    [[]],
  );
  return ways.filter((way) => way.length > 0).slice(0, mostWays);
}

function textAt(expr: Expr, point: Point): string | undefined {
  const value = attempt(() => evaluate(expr, point, wide));
  return value && valueTexts([value, value], wide.bits)[0];
}
