import type { Context } from "../../form/context.js";
import { expandNumerator } from "../../form/ring/expansion.js";
import { type Form, negated } from "../../form/ring/form.js";
import { shownOf } from "./certified.js";
import { sparseText } from "./certificate.js";
import { combined, one, productOf, single, sparse, type Sparse } from "./linear/sparse.js";

/** Positive facts of which one is tried to be shown not to be. */
const mostTargets = 4;

/**
 * Shows a comparison from its contrary: beside what is known it makes something that is positive, such as 1 or a fact, a sum of
 * which none is (Stengle's Positivstellensatz, in low degrees).
 */
export function refuted(
  ctx: Context,
  form: Form,
  strict: boolean,
  equations: readonly Form[],
): string | undefined {
  const { signs, ring } = ctx;
  return signs.scoped(() => {
    const known = signs.facts.length;
    signs.learn(negated(form), strict ? ">=" : ">", "");
    const zeros = equations.map((other) => sparse(expandNumerator(ring, other).poly));
    const facts = signs.facts
      .filter(({ relation }) => relation === ">")
      .map(({ poly }) => sparse(poly));
    const contrary = signs.facts.slice(known).flatMap(({ poly, relation }): Sparse[] => {
      const own = sparse(poly);
      return relation === ">" ? [productOf(ring, own, own)] : [];
    });
    const positive = [...facts, single(ring.monomials.one), ...contrary];
    const targets: Sparse[] = positive.slice(-mostTargets);
    for (const target of targets) {
      const found = shownOf(ctx, combined([[target, one.neg()]]), false, zeros);
      if (found && found.times === undefined)
        return `where the claim fails, -(${sparseText(ctx, target)}) has the sign of ${found.text}, and is negative`;
    }
    return undefined;
  });
}
