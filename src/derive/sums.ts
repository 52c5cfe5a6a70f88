import { Rational } from "../num/index.js";
import { binary, type Expr, number, substitute, subtract } from "./expression.js";
import {
  addFractions,
  type Fraction,
  fromPoly,
  fromRational,
  multiplyFractions,
  negateFraction,
  powFraction,
} from "./fraction.js";
import type { Atoms } from "./atoms.js";
import { asRational, normalForm, Unsupported } from "./normalForm.js";
import { exponents, monomial } from "./polynomial.js";

const longest = 200;

/**
 * Sum of `body` for `bound` from 1 to `upper`, linear in its terms: what does not depend on the bound name goes in
 * front, powers of it follow Faulhaber's formula, a whole number at the end of the range is split off.
 */
export function sumOver(body: Expr, bound: string, upper: Expr, atoms: Atoms): Fraction {
  const top = normalForm(upper, atoms);
  const count = asRational(top);
  const at = (index: Expr) => normalForm(substitute(body, new Map([[bound, index]])), atoms);
  if (count) {
    if (!count.isInteger) throw new Unsupported(`a sum of ${count} terms`);
    if (count.num > BigInt(longest)) throw new Unsupported(`gave up at a sum of ${count} terms`);
    let total = fromRational(Rational.of(0n));
    for (let n = 1n; n <= count.num; n++) total = addFractions(total, at(number(n)));
    return total;
  }
  const extra = wholePart(top);
  const rest = subtract(upper, number(extra));
  let total = sumOfFraction(normalForm(body, atoms), bound, normalForm(rest, atoms), rest, atoms);
  for (let n = 1n; n <= extra; n++) total = addFractions(total, at(binary("add", rest, number(n))));
  for (let n = 0n; n > extra; n--) {
    total = addFractions(total, negateFraction(at(binary("add", rest, number(n)))));
  }
  return total;
}

/** The whole number in `N + 2`, within bounds: sums to N and to N + 2 then share their long part. */
function wholePart(upper: Fraction): bigint {
  if (upper.factors.size || upper.scale.den !== 1n) return 0n;
  const whole = (upper.num.get("") ?? 0n) * upper.scale.num;
  return whole >= -20n && whole <= 20n ? whole : 0n;
}

/** The same for a normal form in the bound name. */
export function sumOfFraction(
  term: Fraction,
  bound: string,
  upper: Fraction,
  upperExpr: Expr,
  atoms: Atoms,
): Fraction {
  const over = { ...fromRational(term.scale), factors: term.factors };
  if (atoms.depends(over, bound)) return atoms.sum(term, bound, upper, upperExpr);
  let total = fromRational(Rational.of(0n));
  for (const [key, coefficient] of term.num) {
    const inside = new Map<string, number>();
    const outside = new Map<string, number>();
    for (const [name, exponent] of exponents(key)) {
      (atoms.atomDepends(name, bound) ? inside : outside).set(name, exponent);
    }
    const front = fromPoly(new Map([[monomial(outside), coefficient]]));
    total = addFractions(total, multiplyFractions(front, inner(inside)));
  }
  return multiplyFractions(total, over);

  function inner(factors: Map<string, number>): Fraction {
    const power = factors.size === 0 ? 0 : factors.size === 1 ? factors.get(bound) : undefined;
    if (power !== undefined) return powerSum(power, upper);
    return atoms.sum(fromPoly(new Map([[monomial(factors), 1n]])), bound, upper, upperExpr);
  }
}

/** 1^k + 2^k + ... + n^k = 1/(k+1) Σ_j C(k+1, j) B_j n^(k+1-j), with B_1 = +1/2 (Faulhaber). */
function powerSum(k: number, n: Fraction): Fraction {
  if (k > 40) throw new Unsupported(`gave up at a sum of powers ${k}`);
  const numbers = bernoulli(k);
  let total = fromRational(Rational.of(0n));
  for (let j = 0; j <= k; j++) {
    const weight = numbers[j].mul(Rational.of(choose(k + 1, j), BigInt(k + 1)));
    total = addFractions(total, multiplyFractions(fromRational(weight), powFraction(n, k + 1 - j)));
  }
  return total;
}

function bernoulli(most: number): Rational[] {
  const numbers: Rational[] = [Rational.of(1n)];
  for (let m = 1; m <= most; m++) {
    let sum = Rational.of(0n);
    for (let j = 0; j < m; j++) sum = sum.add(numbers[j].mul(Rational.of(choose(m + 1, j))));
    numbers.push(sum.div(Rational.of(BigInt(-(m + 1)))));
  }
  if (most >= 1) numbers[1] = Rational.of(1n, 2n);
  return numbers;
}

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1n; i <= BigInt(k); i++) result = (result * (BigInt(n) - i + 1n)) / i;
  return result;
}
