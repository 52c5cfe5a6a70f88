import { binomialV, deltaV, factorialV } from "./counting.js";
import {
  cbrtV,
  exactly,
  expV,
  floorV,
  inverseV,
  logV,
  minusV,
  pi,
  powerV,
  productV,
  signV,
  sqrtV,
  sumV,
  Undefined,
  Unclear,
  type Value,
  compareV,
} from "./value.js";
import { type Q, q } from "./rational.js";

/** What an evaluation computes with. */
export interface Field<V> {
  of(value: Q): V;
  sum(a: V, b: V): V;
  product(a: V, b: V): V;
  minus(a: V): V;
  inverse(a: V): V;
  power(a: V, exponent: V): V;
  call(fn: string, args: V[]): V;
  /** The value as a fraction, for limits and indices. */
  exactly(a: V): Q;
  constant(name: string): V | undefined;
}

const one = q(1);
const half = q(1, 2);
const exp = (x: Value): Value => expV(x);
const sigmoid = (x: Value): Value => inverseV(sumV(one, exp(minusV(x))));
const larger = (a: Value, b: Value): Value => (compareV(a, b) >= 0 ? a : b);

const functions: Record<string, (...args: Value[]) => Value> = {
  exp,
  log: (x, base) => (base ? productV(logV(x), inverseV(logV(base))) : logV(x)),
  ln: logV,
  sqrt: sqrtV,
  cbrt: cbrtV,
  square: (x) => productV(x, x),
  factorial: factorialV,
  binomial: binomialV,
  delta: deltaV,
  abs: (x) => (signV(x) < 0 ? minusV(x) : x),
  sign: (x) => q(signV(x)),
  floor: floorV,
  ceil: (x) => minusV(floorV(minusV(x))),
  max: (...args) => args.reduce(larger),
  min: (...args) => minusV(args.map(minusV).reduce(larger)),
  relu: (x) => larger(x, q(0)),
  sigmoid,
  softplus: (x) => logV(sumV(one, exp(x))),
  tanh: (x) => sumV(productV(q(2), sigmoid(productV(q(2), x))), q(-1)),
  sinh: (x) => productV(half, sumV(exp(x), minusV(exp(minusV(x))))),
  cosh: (x) => productV(half, sumV(exp(x), exp(minusV(x)))),
};

/** The reals: fractions where values are exact, 150 digits elsewhere. */
export const reals: Field<Value> = {
  of: (value) => value,
  sum: sumV,
  product: productV,
  minus: minusV,
  inverse: inverseV,
  power(a, exponent) {
    if ("d" in exponent) return powerV(a, exponent);
    if (signV(a) <= 0) throw new Undefined("a real power of what is not positive");
    return expV(productV(exponent, logV(a)));
  },
  call(fn, args) {
    if (!Object.hasOwn(functions, fn)) throw new Unclear(`the function ${fn}`);
    return functions[fn](...args);
  },
  exactly,
  constant: (name) => (name === "pi" ? pi : name === "e" ? expV(one) : undefined),
};

/** The integers modulo a prime: what a rational identity must also satisfy. */
export function modulo(prime: bigint): Field<bigint> {
  const reduced = (a: bigint) => ((a % prime) + prime) % prime;
  const power = (a: bigint, exponent: bigint): bigint => {
    let [result, base] = [1n, a];
    for (let k = exponent; k > 0n; k >>= 1n) {
      if (k & 1n) result = (result * base) % prime;
      base = (base * base) % prime;
    }
    return result;
  };
  const inverse = (a: bigint): bigint => {
    if (a === 0n) throw new Undefined("division by zero");
    return power(a, prime - 2n); // Fermat
  };
  const refuse = (what: string): never => {
    throw new Unclear(`${what} modulo a prime`);
  };
  return {
    of: ({ n, d }) => reduced(reduced(n) * inverse(reduced(d))),
    sum: (a, b) => (a + b) % prime,
    product: (a, b) => (a * b) % prime,
    minus: (a) => (a === 0n ? a : prime - a),
    inverse,
    power: () => refuse("a power"),
    call: (fn) => refuse(fn),
    exactly: () => refuse("a limit"),
    constant: () => undefined,
  };
}

/** A random prime of 128 bits, by Miller and Rabin's test with sixteen bases. */
export function randomPrime(bits: () => number): bigint {
  for (;;) {
    let candidate = 0n;
    for (let i = 0; i < 4; i++) candidate = (candidate << 32n) | BigInt(bits() >>> 0);
    candidate |= (1n << 127n) | 1n;
    if (isPrime(candidate)) return candidate;
  }
}

const small = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n];

export function isPrime(n: bigint): boolean {
  if (n < 2n) return false;
  for (const p of small) if (n % p === 0n) return n === p;
  let [odd, twos] = [n - 1n, 0];
  while (odd % 2n === 0n) [odd, twos] = [odd / 2n, twos + 1];
  return small.every((base) => {
    let x = 1n;
    let square = base;
    for (let k = odd; k > 0n; k >>= 1n) {
      if (k & 1n) x = (x * square) % n;
      square = (square * square) % n;
    }
    if (x === 1n || x === n - 1n) return true;
    for (let i = 1; i < twos; i++) {
      x = (x * x) % n;
      if (x === n - 1n) return true;
    }
    return false;
  });
}
