/** A polynomial over the integers: monomials, as sorted `atom^exponent` texts, to their coefficients, none 0. */
export type Poly = ReadonlyMap<string, bigint>;

/** Thrown where a normal form would grow beyond what is worth holding. */
export class GaveUp extends Error {
  override name = "GaveUp";
}

const most = 20_000;

export const zero: Poly = new Map();
export const constant = (value: bigint): Poly => (value === 0n ? zero : new Map([["", value]]));
export const atom = (name: string): Poly => new Map([[monomial(new Map([[name, 1]])), 1n]]);

/** Separators no name holds. */
const between = "\u0001";
const power = "\u0002";

/** The exponents of a monomial by atom. */
export function exponents(key: string): Map<string, number> {
  if (key === "") return new Map();
  return new Map(
    key.split(between).map((factor) => {
      const at = factor.lastIndexOf(power);
      return [factor.slice(0, at), Number(factor.slice(at + 1))];
    }),
  );
}

/** The text of a monomial. */
export function monomial(factors: Map<string, number>): string {
  return [...factors]
    .filter(([, exponent]) => exponent !== 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, exponent]) => `${name}${power}${exponent}`)
    .join(between);
}

export function multiplyMonomials(left: string, right: string): string {
  if (left === "") return right;
  if (right === "") return left;
  const factors = exponents(left);
  for (const [name, exponent] of exponents(right)) {
    factors.set(name, (factors.get(name) ?? 0) + exponent);
  }
  return monomial(factors);
}

export function add(left: Poly, right: Poly, scale = 1n): Poly {
  const sum = new Map(left);
  for (const [key, coefficient] of right) {
    const total = (sum.get(key) ?? 0n) + scale * coefficient;
    if (total === 0n) sum.delete(key);
    else sum.set(key, total);
  }
  return sum;
}

export function multiply(left: Poly, right: Poly): Poly {
  if (left.size * right.size > most * 20) {
    throw new GaveUp(`gave up at a product of ${left.size} by ${right.size} terms`);
  }
  const product = new Map<string, bigint>();
  for (const [a, x] of left) {
    for (const [b, y] of right) {
      const key = multiplyMonomials(a, b);
      product.set(key, (product.get(key) ?? 0n) + x * y);
    }
  }
  for (const [key, coefficient] of product) if (coefficient === 0n) product.delete(key);
  if (product.size > most) throw new GaveUp(`gave up at ${product.size} terms`);
  return product;
}

export function raise(base: Poly, exponent: number): Poly {
  if (exponent > 200) throw new GaveUp(`gave up at the power ${exponent}`);
  let result = constant(1n);
  for (let i = 0; i < exponent; i++) result = multiply(result, base);
  return result;
}

/** The greatest integer that divides every coefficient, with the sign of the first monomial's. */
export function content(poly: Poly): bigint {
  let divisor = 0n;
  for (let value of poly.values()) {
    value = value < 0n ? -value : value;
    while (value) [divisor, value] = [value, divisor % value];
  }
  const first = [...poly.keys()].sort()[0];
  return (poly.get(first) ?? 0n) < 0n ? -divisor : divisor;
}

export function divideContent(poly: Poly, divisor: bigint): Poly {
  return new Map([...poly].map(([key, coefficient]) => [key, coefficient / divisor]));
}

/** The monomial that divides every term. */
export function commonMonomial(poly: Poly): string {
  let common: Map<string, number> | undefined;
  for (const key of poly.keys()) {
    const factors = exponents(key);
    common = common
      ? new Map([...common].map(([name, e]) => [name, Math.min(e, factors.get(name) ?? 0)]))
      : factors;
  }
  return monomial(common ?? new Map());
}

/** The polynomial over a monomial that divides it. */
export function divideMonomial(poly: Poly, key: string): Poly {
  if (key === "") return poly;
  const inverse = monomial(new Map([...exponents(key)].map(([name, e]) => [name, -e])));
  return new Map(
    [...poly].map(([term, coefficient]) => [multiplyMonomials(term, inverse), coefficient]),
  );
}

/** One text for one polynomial. */
export function polyKey(poly: Poly): string {
  return [...poly]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, coefficient]) => `${coefficient}*${key}`)
    .join("+");
}
