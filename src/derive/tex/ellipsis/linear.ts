import { Rational } from "../../../num/index.js";
import { type Expr, number, sumOf, symbol, times } from "../../tree/expression.js";

/** A number and multiples of names: what counts the terms that dots leave out. */
export interface Linear {
  constant: Rational;
  names: ReadonlyMap<string, Rational>;
}

/** An expression as a linear one, `2n - 1`; undefined for any other. */
export function linearOf(expr: Expr): Linear | undefined {
  switch (expr.kind) {
    case "number":
      return { constant: expr.value, names: new Map() };
    case "symbol":
      if (expr.name === "Infinity") return undefined;
      return { constant: zero, names: new Map([[expr.name, one]]) };
    case "neg":
      return scaled(linearOf(expr.of), one.neg());
    case "add":
      return expr.terms.map(linearOf).reduce(sum);
    case "mul":
      return expr.factors.map(linearOf).reduce(product);
    default:
      return undefined;
  }
}

const [zero, one] = [Rational.of(0n), Rational.of(1n)];

/** The same, moved and scaled: (linear − from) / by + to. */
export function moved(linear: Linear, from: Rational, by: Rational, to: Rational): Linear {
  const names = [...linear.names].map(([name, value]) => [name, value.div(by)] as const);
  return { constant: linear.constant.sub(from).div(by).add(to), names: new Map(names) };
}

export const sameLinear = (left: Linear, right: Linear): boolean =>
  left.constant.equals(right.constant) &&
  left.names.size === right.names.size &&
  [...left.names].every(([name, value]) => right.names.get(name)?.equals(value) ?? false);

/** Whether all multiples are whole, so that it counts terms. */
export const isWhole = ({ constant, names }: Linear): boolean =>
  constant.isInteger && [...names.values()].every((value) => value.isInteger);

/** A linear expression as it is mostly written, `2*n - 1`. */
export function linearExpr({ constant, names }: Linear): Expr {
  const terms = [...names].map(([name, value]) =>
    value.equals(one) ? symbol(name) : times(number(value), symbol(name)),
  );
  if (constant.sign !== 0 || terms.length === 0) {
    terms.push(
      constant.sign < 0 && terms.length > 0
        ? { kind: "neg", of: number(constant.neg()) }
        : number(constant),
    );
  }
  return terms.length === 1 ? terms[0] : sumOf(...terms);
}

function scaled(of: Linear | undefined, by: Rational): Linear | undefined {
  if (!of) return undefined;
  const names = [...of.names].map(([name, value]) => [name, value.mul(by)] as const);
  return { constant: of.constant.mul(by), names: new Map(by.sign === 0 ? [] : names) };
}

function sum(left: Linear | undefined, right: Linear | undefined): Linear | undefined {
  if (!left || !right) return undefined;
  const names = new Map(left.names);
  for (const [name, value] of right.names) {
    const all = (names.get(name) ?? zero).add(value);
    if (all.sign === 0) names.delete(name);
    else names.set(name, all);
  }
  return { constant: left.constant.add(right.constant), names };
}

function product(left: Linear | undefined, right: Linear | undefined): Linear | undefined {
  if (!left || !right) return undefined;
  if (left.names.size === 0) return scaled(right, left.constant);
  return right.names.size === 0 ? scaled(left, right.constant) : undefined;
}
