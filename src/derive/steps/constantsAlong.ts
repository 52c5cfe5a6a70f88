import { unknown, type Verdict } from "../decide/conditions/verdict.js";
import { upToConstant } from "../meanings/termwise.js";
import type { Side, Statement } from "../notation/relation.js";
import { treeKey } from "../tree/expression.js";
import type { Link } from "./alongChain.js";

/** Whether a step says no more than that its sides are equal up to a constant, as indefinite integrals are. */
export const isUpToConstant = ({ method }: Pick<Verdict, "method">): boolean =>
  method.includes(upToConstant);

/**
 * The verdict of a step that holds up to a constant, if what stands above in its chain equals its right side, too: by
 * `x^2 = \int 2x` and `\int 2x = x^2 + 1` a reader takes x^2 for x^2 + 1.
 *
 * @param between grades an equation between two sides
 */
export function constantsAlong(
  verdict: Verdict,
  links: readonly Link[],
  { left, right }: Statement,
  between: (left: Side, right: Side) => Verdict,
): Verdict {
  const holds = verdict.grade === "proved" || verdict.grade === "proved-if";
  if (!holds || !isUpToConstant(verdict)) return verdict;
  for (const side of sidesAbove(links, left)) {
    if (treeKey(side.expr) === treeKey(right.expr)) continue;
    const { grade } = between(side, right);
    if (grade === "proved" || grade === "proved-if") continue;
    return unknown(
      verdict.rules,
      `with the steps above it, \`${side.text}\` would equal \`${right.text}\`: indefinite integrals are equal up to a constant`,
      verdict.conditions,
    );
  }
  return verdict;
}

/** The sides of the chain that end in one, without that one. */
function sidesAbove(links: readonly Link[], end: Side): Side[] {
  const found: Side[] = [];
  let last = end;
  for (const { sides } of [...links].reverse()) {
    if (!sides || treeKey(sides[1].expr) !== treeKey(last.expr)) break;
    found.push(sides[0]);
    last = sides[0];
  }
  return found;
}
