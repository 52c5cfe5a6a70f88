import { unknown, type Verdict } from "../decide/conditions/verdict.js";
import { type Expr, number, sumOf } from "../tree/expression.js";

/** Two sides, between which there is an equation. */
export type Sides = [Expr, Expr];

/** The terms of an expression of one kind, as a sum, and the others. */
export function termsApart(
  expr: Expr,
  isOwn: (term: Expr) => boolean,
): { own: Expr; others: Expr } {
  const all = termsOf(expr);
  const [own, others] = [all.filter(isOwn), all.filter((term) => !isOwn(term))];
  return { own: sumOf(number(0n), ...own), others: sumOf(number(0n), ...others) };
}

const termsOf = (expr: Expr): Expr[] =>
  expr.kind === "add" ? expr.terms.flatMap(termsOf) : [expr];

/**
 * A verdict on indefinite integrals, equal up to a constant, unless they cancel each other, so that no constant is left:
 * `\\int f - \\int f = 1` says that 0 is 1.
 *
 * @param integrands what the integrals of each side are of, together
 * @param rest what stands beside them
 * @param decide grades an equation between other sides
 */
export function withoutConstants(
  verdict: Verdict,
  integrands: Sides,
  rest: Sides,
  decide: (sides: Sides) => Verdict,
): Verdict {
  if (!isProof(verdict) || isProof(decide(rest)) || !isProof(decide(integrands))) return verdict;
  return unknown(
    verdict.rules,
    "the integrals cancel each other, and what is left of the two sides differs",
  );
}

const isProof = ({ grade }: Verdict): boolean => grade === "proved" || grade === "proved-if";
