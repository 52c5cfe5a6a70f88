import { Rational } from "../num/index.js";
import type { Expr } from "./expression.js";
import type { Fraction } from "./fraction.js";
import { Atoms } from "./atoms.js";
import { normalForm } from "./normalForm.js";
import { exponents, type Poly } from "./polynomial.js";
import { expressionText } from "./text.js";

/** Values for the free names of an expression. */
export interface Point {
  symbols: ReadonlyMap<string, Rational>;
  /** The value of an indexed family's entry. */
  entry(name: string, index: bigint): Rational;
}

/** The expression has no value at the point: a division by zero, the logarithm of nothing. */
export class Undefined extends Error {
  override name = "Undefined";
}

/** The value is no rational, or the tool cannot give it: this says nothing about the expression. */
export class NotExact extends Error {
  override name = "NotExact";
}

const zero = Rational.of(0n);
const one = Rational.of(1n);
const mostTerms = 2000n;

/**
 * Exact value of an expression at a point.
 *
 * @throws Undefined where the expression has no value, NotExact where its value cannot be given as a rational
 */
export function evaluate(expr: Expr, point: Point): Rational {
  const go = (part: Expr): Rational => evaluate(part, point);
  switch (expr.kind) {
    case "number":
      return expr.value;
    case "symbol": {
      const value = point.symbols.get(expr.name);
      if (!value) throw new NotExact(expr.name);
      return value;
    }
    case "index":
      return entry(expr.name, go(expr.index), point);
    case "neg":
      return go(expr.of).neg();
    case "add":
      return go(expr.left).add(go(expr.right));
    case "mul":
      return go(expr.left).mul(go(expr.right));
    case "div":
      return divide(go(expr.left), go(expr.right), expr.right);
    case "pow":
      return power(go(expr.left), go(expr.right), expr);
    case "call":
      return call(expr, point);
  }
}

function entry(name: string, index: Rational, point: Point): Rational {
  if (!index.isInteger) throw new Undefined(`${name} has no entry ${index}`);
  return point.entry(name, index.num);
}

function divide(left: Rational, right: Rational, source: Expr): Rational {
  if (right.sign === 0) throw new Undefined(`${expressionText(source)} is 0`);
  return left.div(right);
}

function power(base: Rational, exponent: Rational, source: Expr): Rational {
  if (exponent.isInteger && exponent.num <= 300n && exponent.num >= -300n) {
    if (exponent.sign < 0 && base.sign === 0)
      throw new Undefined(`${expressionText(source)} divides by 0`);
    return base.pow(Number(exponent.num));
  }
  if (exponent.den === 2n) return power(root(base), exponent.mul(Rational.of(2n)), source);
  throw new NotExact(expressionText(source));
}

function root(value: Rational): Rational {
  if (value.sign < 0) throw new Undefined(`the root of ${value}`);
  const [num, den] = [squareRoot(value.num), squareRoot(value.den)];
  if (num * num !== value.num || den * den !== value.den) throw new NotExact(`sqrt(${value})`);
  return Rational.of(num, den);
}

function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

function call(expr: Expr & { kind: "call" }, point: Point): Rational {
  const { name, args } = expr;
  if (name === "sum" || name === "prod") return series(expr, point);
  if (name === "D" || name === "integrate") {
    const atoms = new Atoms();
    return evaluateForm(normalForm(expr, atoms), atoms, point);
  }
  const values = args.map((arg) => evaluate(arg, point));
  return apply(name, values);
}

function apply(name: string, values: Rational[]): Rational {
  const [value] = values;
  if (name === "abs" && values.length === 1) return value.abs();
  if (name === "floor" && values.length === 1) return Rational.of(value.floor());
  if (name === "sqrt" && values.length === 1) return root(value);
  if (name === "max" && values.length) return values.reduce((a, b) => (a.compare(b) >= 0 ? a : b));
  if (name === "min" && values.length) return values.reduce((a, b) => (a.compare(b) <= 0 ? a : b));
  if (name === "exp" && value?.sign === 0) return one;
  if (name === "log" && values.length === 1) {
    if (value.sign <= 0) throw new Undefined(`the logarithm of ${value}`);
    if (value.equals(one)) return zero;
  }
  throw new NotExact(`${name}(${values.join(", ")})`);
}

function series({ name, args }: Expr & { kind: "call" }, point: Point): Rational {
  const [body, bound, lower, upper] = args;
  if (args.length !== 4 || bound.kind !== "symbol") throw new NotExact(name);
  const [from, to] = [evaluate(lower, point), evaluate(upper, point)];
  if (!from.isInteger || !to.isInteger) throw new Undefined(`${name} from ${from} to ${to}`);
  if (to.num - from.num > mostTerms)
    throw new NotExact(`${name} of ${to.num - from.num + 1n} terms`);
  if (to.num < from.num - 1n) throw new NotExact(`${name} over a range that runs backwards`);
  let total = name === "sum" ? zero : one;
  for (let n = from.num; n <= to.num; n++) {
    const symbols = new Map(point.symbols).set(bound.name, Rational.of(n));
    const value = evaluate(body, { ...point, symbols });
    total = name === "sum" ? total.add(value) : total.mul(value);
  }
  return total;
}

/** Exact value of a normal form. */
function evaluateForm(form: Fraction, atoms: Atoms, point: Point): Rational {
  const polyValue = (poly: Poly) =>
    [...poly].reduce((total, [key, coefficient]) => {
      const term = [...exponents(key)].reduce(
        (product, [name, exponent]) => product.mul(atomValue(name).pow(exponent)),
        Rational.of(coefficient),
      );
      return total.add(term);
    }, zero);
  const atomValue = (key: string): Rational => {
    const atom = atoms.get(key);
    if (atom.kind === "symbol") return evaluate({ kind: "symbol", name: atom.name }, point);
    const value = (part: Fraction, at = point) => evaluateForm(part, atoms, at);
    if (atom.kind === "index") return entry(atom.name, value(atom.index), point);
    if (atom.kind === "call")
      return apply(
        atom.name,
        atom.args.map((arg) => value(arg)),
      );
    const count = value(atom.upper);
    if (!count.isInteger || count.num > mostTerms || count.sign < 0) throw new NotExact("sum");
    let total = zero;
    for (let n = 1n; n <= count.num; n++) {
      const symbols = new Map(point.symbols).set(atom.bound, Rational.of(n));
      total = total.add(value(atom.term, { ...point, symbols }));
    }
    return total;
  };
  let result = form.scale.mul(polyValue(form.num));
  for (const { poly, exponent } of form.factors.values()) {
    const value = polyValue(poly);
    if (value.sign === 0) throw new Undefined("a denominator is 0");
    result = result.div(value.pow(exponent));
  }
  return result;
}
