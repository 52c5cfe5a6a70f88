import { type Expr, treeKey } from "../tree/expression.js";
import { shown } from "../tex/write/notation.js";
import { Rational } from "../../num/index.js";

/** Factors with their exponents, by their texts; a number has none. */
type Monomial = ReadonlyMap<string, number>;
interface Term {
  factor: Rational;
  monomial: Monomial;
}

const one = Rational.of(1n);

/**
 * An expression as a sum of products, no further than a reader sees at a glance: terms are gathered, numbers multiplied
 * in, fractions taken as products. Powers, products of sums, functions and integrals stay whole: what they come to is
 * derived.
 */
function terms(expr: Expr): Term[] {
  switch (expr.kind) {
    case "number":
      return expr.value.sign === 0 ? [] : [{ factor: expr.value, monomial: new Map() }];
    case "neg":
      return terms(expr.of).map((term) => ({ ...term, factor: term.factor.neg() }));
    case "add":
      return gathered(expr.terms.flatMap(terms));
    case "mul":
      return productOf(expr.factors.map(terms)) ?? whole(expr);
    case "div": {
      const below = terms(expr.right);
      if (below.length === 0) return whole(expr);
      const [divisor] = below.length === 1 ? below : whole(expr.right);
      return product(terms(expr.left), [inverse(divisor)]) ?? whole(expr);
    }
    default:
      return whole(expr);
  }
}

const whole = (expr: Expr): Term[] => [
  { factor: one, monomial: new Map([[treeKey(shown(expr)), 1]]) },
];

const isNumber = (own: Term[]): boolean =>
  own.length === 0 || (own.length === 1 && own[0].monomial.size === 0);

const productOf = (all: Term[][]): Term[] | undefined =>
  all.reduce<Term[] | undefined>(
    (before, own) => before && product(before, own),
    [{ factor: one, monomial: new Map() }],
  );

/** Undefined for a sum times anything but a number. */
function product(left: Term[], right: Term[]): Term[] | undefined {
  const apart = left.length > 1 || right.length > 1;
  if (apart && !isNumber(left) && !isNumber(right)) return undefined;
  return left.flatMap((a) => right.map((b) => times(a, b)));
}

function times(a: Term, b: Term): Term {
  const monomial = new Map(a.monomial);
  for (const [name, exponent] of b.monomial) {
    const sum = (monomial.get(name) ?? 0) + exponent;
    if (sum === 0) monomial.delete(name);
    else monomial.set(name, sum);
  }
  return { factor: a.factor.mul(b.factor), monomial };
}

const inverse = ({ factor, monomial }: Term): Term => ({
  factor: one.div(factor),
  monomial: new Map([...monomial].map(([name, exponent]) => [name, -exponent])),
});

const keyOf = (monomial: Monomial): string =>
  [...monomial]
    .map(([name, exponent]) => `${name}^${exponent}`)
    .sort()
    .join(" ");

function gathered(all: Term[]): Term[] {
  const found = new Map<string, Term>();
  for (const term of all) {
    const key = keyOf(term.monomial);
    const factor = found.get(key)?.factor.add(term.factor) ?? term.factor;
    found.set(key, { ...term, factor });
  }
  return [...found.values()].filter(({ factor }) => factor.sign !== 0);
}

/** Whether a difference is one term that stands on both sides: 2*x > x is worked out, though its difference is x. */
export function isWorkedOut(gap: Expr, sides: readonly Expr[]): boolean {
  const [only, ...more] = terms(gap);
  if (!only || more.length > 0) return false;
  const key = keyOf(only.monomial);
  return sides.every((side) => terms(side).some(({ monomial }) => keyOf(monomial) === key));
}

/**
 * Whether two differences are the same up to a number, or, where each has two terms or more, a product of names.
 *
 * @param signed whether the number must be above 0
 */
export function isSameGap(left: Expr, right: Expr, signed: boolean): boolean {
  const [a, b] = [terms(left), terms(right)];
  if (a.length === 0 || a.length !== b.length) return false;
  const held = new Map(b.map((term) => [keyOf(term.monomial), term.factor]));
  return b.some((to) => {
    const by = times(to, inverse(a[0]));
    const plain = by.monomial.size === 0;
    if (plain ? signed && by.factor.sign < 0 : a.length === 1) return false;
    return a.every((term) => {
      const image = times(term, by);
      return held.get(keyOf(image.monomial))?.equals(image.factor) ?? false;
    });
  });
}
