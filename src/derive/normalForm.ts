import { Rational } from "../num/index.js";
import type { Atoms } from "./atoms.js";
import { derivative } from "./differentiate.js";
import { binary, type Expr, negate, number, substitute, symbol, treeKey } from "./expression.js";
import {
  addFractions,
  type Fraction,
  fromRational,
  isZero,
  invert,
  multiplyFractions,
  negateFraction,
  powFraction,
} from "./fraction.js";
import { integral } from "./integrals.js";
import { sumOver } from "./sums.js";

/** A part of an expression for which there is no procedure. */
export class Unsupported extends Error {
  override name = "Unsupported";
}

/**
 * The normal form of an expression: a rational function over atoms. Two expressions with the same normal form are
 * equal wherever both are defined; different forms decide nothing unless the atoms are independent.
 *
 * @throws Unsupported if a part has no procedure, GaveUp if the form would grow too large
 */
export function normalForm(expr: Expr, atoms: Atoms): Fraction {
  const go = (part: Expr) => normalForm(part, atoms);
  switch (expr.kind) {
    case "number":
      return fromRational(expr.value);
    case "symbol":
      return atoms.symbol(expr.name);
    case "index":
      return atoms.index(expr.name, go(expr.index));
    case "neg":
      return negateFraction(go(expr.of));
    case "add":
      return addFractions(go(expr.left), go(expr.right));
    case "mul":
      return multiplyFractions(go(expr.left), go(expr.right));
    case "div":
      return multiplyFractions(go(expr.left), inverse(go(expr.right), expr.right));
    case "pow":
      return power(expr.left, expr.right, atoms);
    case "call":
      return call(expr, atoms);
  }
}

function inverse(value: Fraction, source: Expr): Fraction {
  if (isZero(value)) throw new Unsupported(`the denominator ${treeKey(source)} is 0`);
  return invert(value);
}

function power(base: Expr, exponent: Expr, atoms: Atoms): Fraction {
  const value = normalForm(exponent, atoms);
  const plain = asRational(value);
  if (base.kind === "symbol" && base.name === "e") return exponential(value, atoms);
  const form = normalForm(base, atoms);
  if (plain?.isInteger) {
    const whole = Number(plain.num);
    if (Math.abs(whole) > 200) throw new Unsupported(`gave up at the exponent ${plain}`);
    if (whole < 0) inverse(form, base);
    return powFraction(form, whole);
  }
  if (plain && plain.den === 2n) {
    const root = atoms.call("sqrt", [form]);
    return powFraction(root, Number(plain.num));
  }
  return atoms.call("pow", [form, value]);
}

/** The rational that a fraction is, if it is constant. */
export function asRational(value: Fraction): Rational | undefined {
  if (isZero(value)) return Rational.of(0n);
  if (value.factors.size || value.num.size !== 1 || !value.num.has("")) return undefined;
  return value.scale.mul(Rational.of(value.num.get("")!));
}

/** exp(u + v) = exp(u) exp(v), and exp(p/q m) = exp(m/q)^p, term by term. */
function exponential(argument: Fraction, atoms: Atoms): Fraction {
  let result = fromRational(Rational.of(1n));
  for (const [key, coefficient] of argument.num) {
    const scale = argument.scale.mul(Rational.of(coefficient));
    const base = { ...argument, num: new Map([[key, 1n]]), scale: Rational.of(1n, scale.den) };
    if (scale.num > 100n || scale.num < -100n) return atoms.call("exp", [argument]);
    result = multiplyFractions(result, powFraction(atoms.call("exp", [base]), Number(scale.num)));
  }
  return result;
}

function call(expr: Expr & { kind: "call" }, atoms: Atoms): Fraction {
  const { name, args } = expr;
  const go = (part: Expr) => normalForm(part, atoms);
  const need = (count: number, form: string) => {
    if (args.length !== count) throw new Unsupported(`${name} is written ${form}`);
  };
  if (name === "exp") {
    need(1, "exp(e)");
    return exponential(go(args[0]), atoms);
  }
  if (name === "D") {
    need(2, "D(e, x)");
    if (args[1].kind !== "symbol") throw new Unsupported("D is taken by a plain name");
    return derivative(go(args[0]), args[1].name, atoms);
  }
  if (name === "sum" || name === "integrate") {
    need(4, `${name}(e, n, lower, upper)`);
    const [body, bound, lower, upper] = args;
    if (bound.kind !== "symbol") throw new Unsupported(`${name} is taken over a plain name`);
    if (name === "integrate") return integral(body, bound.name, lower, upper, atoms);
    // Shifted so that it starts at 1: n becomes n + lower - 1.
    const inside = `#${1 + sumDepth(body)}`;
    const shift = binary("add", symbol(inside), binary("add", lower, negate(number(1n))));
    const shifted = substitute(body, new Map([[bound.name, shift]]));
    const count = binary("add", binary("add", upper, negate(lower)), number(1n));
    return sumOver(shifted, inside, count, atoms);
  }
  if (name === "abs" || name === "sqrt" || name === "log") need(1, `${name}(e)`);
  return atoms.call(name, args.map(go));
}

function sumDepth(expr: Expr): number {
  const inner = expr.kind === "call" ? expr.args : expr.kind === "neg" ? [expr.of] : [];
  const both = "left" in expr ? [expr.left, expr.right] : "index" in expr ? [expr.index] : inner;
  const deepest = Math.max(0, ...both.map(sumDepth));
  return expr.kind === "call" && expr.name === "sum" ? deepest + 1 : deepest;
}
