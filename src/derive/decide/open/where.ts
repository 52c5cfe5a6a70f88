import type { Assumptions } from "../../assumptions/assumptions.js";
import { points } from "../../evaluate/points.js";
import type { Expr } from "../../tree/expression.js";
import type { Holds } from "../points/comparison.js";
import { type Search, search, type SearchOptions } from "../points/search.js";
import { wide } from "../points/standing.js";
import type { StatedCondition } from "../conditions/verdict.js";
import { guided, perLevel } from "./guided.js";

/**
 * What a search found; where both sides had a value at none of its points, what one among points finds at which the open
 * conditions hold, which a narrow range leaves far from the usual ones.
 */
export function orWhereMet(
  found: Search,
  sides: [Expr, Expr],
  assumptions: Assumptions,
  conditions: readonly StatedCondition[],
  holds: Holds,
  options: SearchOptions,
): Search {
  const demands = conditions.flatMap(({ metBy, demand }) =>
    metBy === undefined && typeof demand === "object" ? [demand] : [],
  );
  const { exact, enclosed, near } = found.agreed;
  if (!demands.length || found.witness || found.failure !== undefined) return found;
  if (!found.gaps || exact + enclosed + near + found.undecided > 0) return found;
  const among = points(sides, guided(assumptions, demands), wide, perLevel);
  const own = search(...sides, assumptions, holds, {
    ...options,
    among,
    from: "points-under-conditions",
  });
  return own.admissible ? own : found;
}
