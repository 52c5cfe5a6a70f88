import type { Assumptions, Fact } from "../../assumptions/assumptions.js";
import type { Equation } from "../../assumptions/equation.js";
import { Rational } from "../../../num/index.js";
import { constantValue } from "../../tree/constants.js";
import { type Expr, number, subtract } from "../../tree/expression.js";
import { substitute } from "../../tree/names.js";
import type { Drawing } from "./distributions.js";
import { folded, instance } from "./instance.js";
import { type Atom, isRandom, type RandomNames } from "../names.js";
import { at, holds } from "./places.js";
import { spread, spreadExpr } from "./spread.js";

/** What is assumed beside a finite distribution, with the names to which it gives a value. */
export interface Admitted {
  assumptions: Assumptions;
  values: Map<string, Expr>;
}

/** What is left to assume under a finite distribution; undefined where it does not meet an assumption, or may not. */
export function admitted(
  { outcomes }: Drawing,
  given: Assumptions,
  atoms: readonly Atom[],
  names: RandomNames,
): Admitted | undefined {
  const values = new Map<string, Expr>();
  const plain: Equation[] = [];
  for (const one of given.equations ?? []) {
    if (![one.left, one.right].some((side) => isRandom(side, names))) {
      plain.push(one);
      continue;
    }
    for (const { left, right } of spread(one, atoms, names) ?? [undefined!]) {
      if (left === undefined) return undefined;
      const sides = [left, right].map((side) =>
        folded(substitute(instance(side, outcomes, names), values)),
      );
      const gap = constantValue(subtract(sides[0], sides[1]));
      if (gap?.sign === 0) continue;
      const solved = gap
        ? undefined
        : (solution(sides[0], sides[1]) ?? solution(sides[1], sides[0]));
      if (!solved) return undefined;
      values.set(...solved);
    }
  }
  const facts: Fact[] = [];
  for (const fact of given.facts) {
    if (fact.kind !== "compare" || !isRandom(fact.expr, names)) {
      facts.push(fact);
      continue;
    }
    for (const expr of spreadExpr(fact.expr, atoms, names) ?? [undefined]) {
      if (expr === undefined) return undefined;
      for (const outcome of outcomes) {
        const own: Fact = { ...fact, expr: instance(expr, outcomes, names, outcome) };
        const isMet = holds(own);
        if (isMet === false) return undefined;
        if (isMet === undefined) facts.push(own);
      }
    }
  }
  const declared = given.declared?.filter(
    ({ meaning }) =>
      !["random variable", "independent", "alike", "uncorrelated", "jointly normal"].includes(
        meaning.is,
      ),
  );
  const assumptions = at({ ...given, facts, equations: plain, declared }, values);
  return assumptions && { assumptions, values };
}

/** `mean = mu` gives mu its value, and `variance = sigma^2` gives sigma one. */
function solution(value: Expr, name: Expr): [string, Expr] | undefined {
  const known = constantValue(value);
  if (!known) return undefined;
  if (name.kind === "symbol") return [name.name, number(known)];
  const isSquare = name.kind === "pow" && constantValue(name.right)?.num === 2n;
  if (!isSquare || name.left.kind !== "symbol" || known.sign < 0) return undefined;
  const root = squareRoot(known);
  return root && [name.left.name, number(root)];
}

/** The root of a small fraction that is a square. */
function squareRoot(of: Rational): Rational | undefined {
  const [num, den] = [of.num, of.den].map((part) => BigInt(Math.round(Math.sqrt(Number(part)))));
  const root = Rational.of(num, den);
  return root.mul(root).equals(of) ? root : undefined;
}
