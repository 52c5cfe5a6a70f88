import type { Assumptions } from "../assumptions/assumptions.js";
import { finitePoints } from "../evaluate/finitePoints.js";
import { contextFor } from "./conditions/prepare.js";
import type { Literal } from "./conditions/proposition.js";
import { isPlain } from "./points/judged.js";
import { Standings, wide } from "./points/standing.js";

/**
 * At how many points, being all that the assumptions admit, an implication was seen to hold; undefined where there are too
 * many, where a statement is not told at one of them, or where it fails.
 */
export function holdsThroughout(
  [one, two]: [Literal[][], Literal[][]],
  both: boolean,
  assumptions: Assumptions,
): number | undefined {
  const gaps = [...one, ...two].flat().map(({ gap }) => gap);
  if (!gaps.every(isPlain)) return undefined;
  const all = finitePoints(gaps, assumptions, wide);
  const standings = new Standings(contextFor(gaps, assumptions));
  const holds = all?.every((point) => {
    const [lhs, rhs] = [one, two].map((side) => standings.of(side, point));
    if (![lhs, rhs].every((own) => own === "holds" || own === "fails")) return false;
    return both ? lhs === rhs : lhs === "fails" || rhs === "holds";
  });
  return holds && all?.length ? all.length : undefined;
}
