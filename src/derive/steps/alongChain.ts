import type { Assumptions } from "../assumptions/assumptions.js";
import { excludedBy } from "../decide/open/meeting.js";
import { restsOn } from "../decide/open/jointly.js";
import { also, type StatedCondition, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { isNoAnswer, reasonOf } from "../tree/errors.js";
import { type Expr, treeKey } from "../tree/expression.js";
import { patternOf } from "../definitions/pattern.js";
import type { Side } from "../notation/relation.js";
import { withinWork } from "../tree/work.js";

/** Work that it may take to find that conditions of a chain exclude each other. */
const mostWork = 2_000_000;

/** A step's sides, and the open conditions under which the chain leads to its right one. */
export interface Link {
  sides?: [Side, Side];
  open?: readonly StatedCondition[];
}

/** The open conditions of the chain that a step goes on; where its left side is another than stood last, it begins one. */
export function openAbove(links: readonly Link[], left: Expr): readonly StatedCondition[] {
  const last = links.filter(({ sides }) => sides !== undefined).at(-1);
  return last && treeKey(last.sides![1].expr) === treeKey(left) ? (last.open ?? []) : [];
}

/**
 * A step's verdict, if its conditions do not exclude those of the chain above it: a = b for x > 0 and b = c for x < 0 say
 * nothing of a and c.
 */
export function alongChain(
  verdict: Verdict,
  above: readonly StatedCondition[],
  assumptions: Assumptions,
): Verdict {
  const own = restsOn(verdict);
  if (own.length === 0 || above.length === 0) return verdict;
  const asked = also(verdict, "conditions-compatible");
  const { plain } = patternOf(assumptions);
  try {
    const failing = withinWork(mostWork, () => excludedBy([...above, ...own], plain));
    if (failing === undefined) return asked;
    const why = `with the steps above it, ${failing}; begin anew with from() where another case begins`;
    return unknown(asked.rules, why, verdict.conditions);
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    return unknown(asked.rules, reasonOf(error), verdict.conditions);
  }
}
