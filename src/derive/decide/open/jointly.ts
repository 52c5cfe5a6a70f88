import type { Assumptions } from "../../assumptions/assumptions.js";
import { withinWork } from "../../tree/work.js";
import { also, type StatedCondition, unknown, type Verdict } from "../conditions/verdict.js";
import { unmet } from "./meeting.js";

/** Work that it may take to find a point for the conditions of one verdict. */
const mostWork = 2_000_000;

/** The open conditions without which a verdict says nothing; one that values gave does not rest on what was supposed. */
export function restsOn({ grade, conditions }: Verdict): StatedCondition[] {
  const proved = grade === "proved" || grade === "proved-if";
  if (!proved && grade !== "tested") return [];
  return conditions.filter(({ metBy, supposed }) => metBy === undefined && (proved || !supposed));
}

/**
 * A verdict, perhaps one that several make up, if some admissible point meets all its open conditions together.
 *
 * @throws GaveUp where that takes too much work
 */
export function jointly(verdict: Verdict, assumptions: Assumptions): Verdict {
  const open = restsOn(verdict);
  if (open.length === 0) return verdict;
  const failing = withinWork(mostWork, () => unmet(open, assumptions));
  const asked = also(verdict, "conditions-compatible");
  return failing === undefined ? asked : unknown(asked.rules, failing, verdict.conditions);
}
