import { Rational } from "../../num/index.js";
import type { Assumptions } from "../assumptions.js";
import { nowhere } from "../assumptions.js";
import type { Point } from "../evaluate/evaluate.js";
import type { Expr } from "../expression.js";
import { Context } from "../form/context.js";
import { constant, type Form } from "../form/form.js";
import { whole } from "../form/monomial.js";
import type { Poly } from "../form/polynomial.js";
import { freeNames } from "../names.js";
import { tryForm } from "./conditions.js";
import { truth } from "./counterexample.js";
import type { Literal } from "./proposition.js";
import { rationalRoots } from "./rationalRoots.js";

const one = Rational.of(1n);
const mostRoots = 40;

/**
 * Whether a statement in one name follows from another, for every real value: the comparisons are of rational
 * functions whose real roots are rational, so between two neighbouring roots their truth does not change.
 * Undefined where the statements are not of this kind.
 */
export function followsInOneName(
  premise: Literal[][],
  conclusion: Literal[][],
  assumptions: Assumptions,
): boolean | undefined {
  const literals = [...premise, ...conclusion].flat();
  const names = new Set(literals.flatMap(({ gap }) => [...freeNames(gap)]));
  if (names.size !== 1) return undefined;
  const [name] = names;
  const facts = assumptions.facts.flatMap((fact): Literal[] => {
    if (fact.kind !== "compare" || !freeNames(fact.expr).has(name)) return [];
    return [{ relation: fact.relation, gap: fact.expr, left: fact.expr, right: fact.expr }];
  });
  const roots: Rational[] = [];
  for (const { gap } of [...literals, ...facts]) {
    const own = rootsOf(gap, name);
    if (!own) return undefined;
    for (const root of own) if (!roots.some((other) => other.equals(root))) roots.push(root);
  }
  if (roots.length > mostRoots) return undefined;
  return testPoints(roots).every((value) => {
    const point: Point = { ...nowhere, symbols: new Map([[name, value]]) };
    const applies = truth([facts], point) === true && truth(premise, point) === true;
    return !applies || truth(conclusion, point) !== false;
  });
}

/** Each root, a point between any two neighbours, and one beyond either end. */
function testPoints(roots: Rational[]): Rational[] {
  if (roots.length === 0) return [Rational.of(0n)];
  const sorted = [...roots].sort((a, b) => a.compare(b));
  const between = sorted.slice(1).map((root, i) => root.add(sorted[i]).div(Rational.of(2n)));
  return [sorted[0].sub(one), ...sorted, ...between, sorted[sorted.length - 1].add(one)];
}

/** The real roots and poles of a rational function in one name, if all are rational. */
function rootsOf(gap: Expr, name: string): Rational[] | undefined {
  const ctx = new Context();
  const form = tryForm(ctx, gap);
  if (!form) return undefined;
  const id = ctx.ring.symbol(name).id;
  const roots: Rational[] = [];
  if (form.mono.atoms.some((own) => own !== id)) return undefined;
  if (form.mono.exponents.some((exponent) => exponent % whole !== 0)) return undefined;
  if (form.mono.atoms.length) roots.push(Rational.of(0n));
  for (const { poly } of form.factors) {
    const own = coefficientsIn(ctx, poly, id);
    const found = own && rationalRoots(own, whole);
    if (!found) return undefined;
    roots.push(...found);
  }
  return roots;
}

function coefficientsIn(ctx: Context, poly: Poly, id: number): Map<number, Form> | undefined {
  const found = new Map<number, Form>();
  for (const [term, value] of poly) {
    if (term.atoms.some((own) => own !== id)) return undefined;
    found.set(term.exponents[0] ?? 0, constant(ctx.ring, value));
  }
  return found;
}
