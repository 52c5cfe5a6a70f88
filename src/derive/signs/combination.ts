import { addPolys, leading, type Poly, scalePoly } from "../form/polynomial.js";
import { positiveByShape, type Strength } from "./positivity.js";
import type { Signs } from "./signs.js";

/** Whether a polynomial is a positive multiple of a fact plus what is not negative, over a few facts. */
export function byFacts(signs: Signs, poly: Poly, depth: number): Strength | undefined {
  for (const { poly: fact, relation, text } of signs.facts) {
    if (relation === "!=" || fact.size > 30) continue;
    const lead = leading(fact);
    const [mine, theirs] = [poly.get(lead), fact.get(lead)!];
    if (mine === undefined || mine > 0n !== theirs > 0n) continue;
    const [a, b] = [mine < 0n ? -mine : mine, theirs < 0n ? -theirs : theirs];
    const rest = addPolys(scalePoly(poly, b), fact, -a);
    const more = shown(signs, rest, depth);
    if (!more) continue;
    signs.used.add(text);
    return relation === ">" || more === "positive" ? "positive" : "nonnegative";
  }
  return undefined;
}

function shown(signs: Signs, rest: Poly, depth: number): Strength | undefined {
  if (rest.size === 0) return "nonnegative";
  return positiveByShape(signs, rest) ?? (depth > 0 ? byFacts(signs, rest, depth - 1) : undefined);
}
