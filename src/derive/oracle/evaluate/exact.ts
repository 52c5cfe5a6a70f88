import type { Call, Expr } from "../../tree/expression.js";
import { evaluate } from "./evaluate.js";
import { cannotTell, valueOf } from "../numbers/field.js";
import {
  floorOf,
  type Fraction,
  fraction,
  fractionText,
  minus,
  plus,
  times,
} from "../numbers/fraction.js";
import { longNumbers } from "../numbers/long.js";
import type { Point } from "../claim/point.js";

/** A product of powers of bases that are kept apart: primes, `e`, `pi`, `log 2`, and what is only known by its key. */
interface Term {
  scale: Fraction;
  powers: ReadonlyMap<string, Fraction>;
}
/** A sum of terms, by the keys of their powers; 0 has none. */
type Exact = ReadonlyMap<string, Term>;

/** Where a rational is exact no bits are used; terms of one value, of which products are all pairs. */
const long = longNumbers(64);
const mostTerms = 60;
/** Divisors that are tried: roots of large primes are left to enclosures. */
const largestDivisor = 2000n;
/** Operations of one value, and a power that is multiplied out: what is exact is short. */
const mostSteps = 20_000;
const highestPower = 8n;
const one = fraction(1);

/**
 * Whether an expression is exactly 0 at a point, by bringing together what is alike: enclosures that overlap never tell.
 * Logarithms of primes, roots of primes and powers of e are kept; a function of what is irrational only equals itself.
 */
export const isExactlyZero = (expr: Expr, point: Point): boolean =>
  valueOf(() => new Reader(point).of(expr).size === 0) ?? false;

const keyOf = (powers: ReadonlyMap<string, Fraction>): string =>
  [...powers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, power]) => `${base}^${fractionText(power)}`)
    .join("*");

function sumOf(terms: Iterable<Term>): Exact {
  const found = new Map<string, Term>();
  for (const term of terms) {
    const key = keyOf(term.powers);
    const scale = plus(found.get(key)?.scale ?? fraction(0), term.scale);
    if (scale.n === 0n) found.delete(key);
    else found.set(key, { scale, powers: term.powers });
  }
  return found.size > mostTerms ? cannotTell("many terms") : found;
}

const rational = (value: Fraction): Exact => sumOf([{ scale: value, powers: new Map() }]);
const base = (name: string, power = one): Exact =>
  sumOf([{ scale: one, powers: new Map([[name, power]]) }]);
const scaled = (of: Exact, by: Fraction): Exact =>
  sumOf([...of.values()].map(({ scale, powers }) => ({ scale: times(scale, by), powers })));
const add = (a: Exact, b: Exact): Exact => sumOf([...a.values(), ...b.values()]);
const keyOfSum = (of: Exact): string =>
  [...of]
    .map(([key, { scale }]) => `${fractionText(scale)} ${key}`)
    .sort()
    .join(" + ");

/** The powers of a product; of a prime only a part below 1 is kept, the rest goes to the scale. */
function product(a: Term, b: Term): Term {
  const powers = new Map(a.powers);
  let scale = times(a.scale, b.scale);
  for (const [name, power] of b.powers) {
    const sum = plus(powers.get(name) ?? fraction(0), power);
    const whole = /^\d+$/.test(name) ? floorOf(sum) : 0n;
    if (whole !== 0n) scale = times(scale, wholePower(BigInt(name), whole));
    const rest = plus(sum, fraction(-whole));
    if (rest.n === 0n) powers.delete(name);
    else powers.set(name, rest);
  }
  return { scale, powers };
}
const wholePower = (prime: bigint, n: bigint): Fraction =>
  n >= 0n ? fraction(prime ** n) : fraction(1, prime ** -n);
const multiply = (a: Exact, b: Exact): Exact =>
  sumOf([...a.values()].flatMap((one) => [...b.values()].map((other) => product(one, other))));

/** The primes of a positive fraction with their powers. */
function primesOf({ n, d }: Fraction): [string, bigint][] {
  const found: [string, bigint][] = [];
  for (const [whole, sign] of [
    [n, 1n],
    [d, -1n],
  ]) {
    let rest = whole;
    for (let p = 2n; p * p <= rest; p++) {
      if (p > largestDivisor) return cannotTell("a large factor");
      let count = 0n;
      for (; rest % p === 0n; rest /= p) count++;
      if (count) found.push([`${p}`, sign * count]);
    }
    if (rest > 1n) found.push([`${rest}`, sign]);
  }
  return found;
}

class Reader {
  constructor(readonly point: Point) {}

  of = (expr: Expr): Exact => {
    const plain = valueOf(() =>
      long.exactly(evaluate(expr, this.point, long, { steps: mostSteps })),
    );
    if (plain) return rational(plain);
    switch (expr.kind) {
      case "symbol":
        return expr.name === "e" || expr.name === "pi" ? base(expr.name) : cannotTell(expr.name);
      case "neg":
        return scaled(this.of(expr.of), fraction(-1));
      case "add":
        return expr.terms.map(this.of).reduce(add);
      case "mul":
        return expr.factors.map(this.of).reduce(multiply);
      case "div":
        return multiply(this.of(expr.left), this.power(this.of(expr.right), fraction(-1)));
      case "pow":
        return this.powerBy(expr.left, this.of(expr.right));
      case "call":
        return this.call(expr);
      default:
        return cannotTell(expr.kind);
    }
  };
  powerBy(of: Expr, exponent: Exact): Exact {
    const [term] = exponent.values();
    const plain =
      exponent.size === 0
        ? fraction(0)
        : exponent.size === 1 && term.powers.size === 0
          ? term.scale
          : undefined;
    if (of.kind === "symbol" && of.name === "e") return this.exp(exponent);
    return plain ? this.power(this.of(of), plain) : cannotTell("a power");
  }
  /** A power of a single product of positive factors, or a small whole one of a sum. */
  power(of: Exact, exponent: Fraction): Exact {
    const [term] = of.values();
    if (of.size === 0) return cannotTell("a power of 0");
    if (of.size === 1 && (exponent.d === 1n || term.scale.n > 0n)) {
      const sign = term.scale.n < 0n && exponent.n % 2n !== 0n ? -1n : 1n;
      const size = term.scale.n < 0n ? minus(term.scale) : term.scale;
      const all = [
        ...primesOf(size).map(([name, count]) => [name, times(exponent, fraction(count))] as const),
        ...[...term.powers].map(([name, power]) => [name, times(exponent, power)] as const),
      ];
      const start: Term = { scale: fraction(sign), powers: new Map() };
      return sumOf([
        all.reduce(
          (so, [name, power]) => product(so, { scale: one, powers: new Map([[name, power]]) }),
          start,
        ),
      ]);
    }
    if (exponent.d === 1n && exponent.n > 0n && exponent.n <= highestPower)
      return Array.from({ length: Number(exponent.n) }, () => of).reduce(multiply);
    return base(`(${keyOfSum(of)})`, exponent);
  }
  /** e^q for each rational q, p^k for k log p, and what else stands in the exponent as a base of its own. */
  exp(of: Exact): Exact {
    return [...of.values()]
      .map(({ scale, powers }) => {
        if (powers.size === 0) return base("e", scale);
        const key = keyOf(powers);
        const prime = /^log (\d+)\^1$/.exec(key)?.[1];
        return prime
          ? this.power(rational(fraction(BigInt(prime))), scale)
          : base(`exp ${key}`, scale);
      })
      .reduce(multiply, rational(one));
  }
  log(of: Exact): Exact {
    const [term] = of.values();
    if (of.size !== 1 || term.scale.n <= 0n) return base(`log (${keyOfSum(of)})`);
    const parts = primesOf(term.scale).map(([name, count]) =>
      scaled(base(`log ${name}`), fraction(count)),
    );
    for (const [name, power] of term.powers)
      parts.push(name === "e" ? rational(power) : scaled(base(`log ${name}`), power));
    return parts.reduce(add, rational(fraction(0)));
  }
  call({ name, args }: Call): Exact {
    const values = args.map(this.of);
    if (name === "exp") return this.exp(values[0]);
    if ((name === "log" || name === "ln") && values.length === 1) return this.log(values[0]);
    if (name === "sqrt") return this.power(values[0], fraction(1, 2));
    return base(`${name}(${values.map(keyOfSum).join()})`);
  }
}
