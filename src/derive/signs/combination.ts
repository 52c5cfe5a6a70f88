import { fromPoly } from "../form/ring/form.js";
import type { Monomial } from "../form/ring/monomial.js";
import { addPolys, divideExactly, type Poly, scalePoly } from "../form/ring/polynomial.js";
import { positiveByShape, type Strength } from "./positivity.js";
import type { Fact, Signs } from "../form/signs.js";

/** Terms of a polynomial and of a fact: each pair is subtracted, and what is left is asked again. */
const mostSize = 30;

/** Whether a polynomial is a positive multiple of a fact plus what is not negative, over a few facts. */
export function byFacts(signs: Signs, poly: Poly, depth: number): Strength | undefined {
  for (const fact of signs.facts) {
    if (fact.relation === "!=" || fact.poly.size > mostSize) continue;
    for (const term of fact.poly.keys()) {
      const rest = without(signs, poly, fact.poly, term);
      if (rest && !signs.attempt()) return undefined;
      const more = rest && shown(signs, rest, depth);
      if (!more) continue;
      signs.used.add(fact.text);
      return fact.relation === ">" || more === "positive" ? "positive" : "nonnegative";
    }
  }
  return undefined;
}

/** `b poly - a fact`, with a and b positive, in which a term of the fact is gone; it stands in both with one sign. */
function without(signs: Signs, poly: Poly, fact: Poly, term: Monomial): Poly | undefined {
  const [mine, theirs] = [poly.get(term), fact.get(term)!];
  if (mine === undefined || mine > 0n !== theirs > 0n) return undefined;
  signs.ring.spend(poly.size + fact.size, () => "a sum of facts");
  const [a, b] = [mine < 0n ? -mine : mine, theirs < 0n ? -theirs : theirs];
  return addPolys(scalePoly(poly, b), fact, -a);
}

function shown(signs: Signs, rest: Poly, depth: number): Strength | undefined {
  if (rest.size === 0) return "nonnegative";
  return positiveByShape(signs, rest) ?? (depth > 0 ? byFacts(signs, rest, depth - 1) : undefined);
}

/** Whether a polynomial is a fact times what is not negative. */
export function byFactor(signs: Signs, poly: Poly): Strength | undefined {
  if (poly.size > mostSize) return undefined;
  for (const { poly: fact, relation, text } of signs.facts as Fact[]) {
    if (relation === "!=" || fact.size < 2 || fact.size > mostSize) continue;
    const quotient = divideExactly(signs.ring, poly, fact);
    if (!quotient || quotient.size === 0) continue;
    const sign = signs.sign(fromPoly(signs.ring, quotient));
    if (!sign || sign.side < 0) continue;
    signs.used.add(text);
    return relation === ">" && !sign.weak ? "positive" : "nonnegative";
  }
  return undefined;
}
