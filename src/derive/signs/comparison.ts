import { Rational } from "../../num/index.js";
import { add, subtractForms } from "../form/ring/addition.js";
import { expandNumerator } from "../form/ring/expansion.js";
import { constant, type Form, fromPoly, multiply, multiplyAll, raise } from "../form/ring/form.js";
import { type Monomial, whole } from "../form/ring/monomial.js";
import type { Poly } from "../form/ring/polynomial.js";
import type { Atom } from "../form/ring/ring.js";
import { atomSign } from "./atomSign.js";
import type { Sign, Signs } from "../form/signs.js";

/** The sign of a difference by monotony: of exponentials, powers, logarithms, or of a root and the rest. */
export function byMonotony(signs: Signs, poly: Poly): Sign | undefined {
  return (
    ofTwoTerms(signs, poly) ??
    ofLogarithms(signs, poly) ??
    ofRoot(signs, poly) ??
    ofCubeRoot(signs, poly)
  );
}

/** Terms that are worth being cubed. */
const mostTerms = 4;

/** The degree of a root that is removed by a power, in which coefficients grow as long. */
const highestPower = 16;

/** c e^u - c e^v has the sign of u - v; x^r - y^r that of x - y, neither being negative. */
function ofTwoTerms(signs: Signs, poly: Poly): Sign | undefined {
  const { ring } = signs;
  if (poly.size !== 2) return undefined;
  const [[m1, c1], [m2, c2]] = [...poly].sort(([, a], [, b]) => (a > b ? -1 : 1));
  if (c1 <= 0n || c2 >= 0n) return undefined;
  const ratio = ring.monomials.over(m1, m2);
  if (ratio.atoms.every((id) => ring.atoms[id].kind === "exp")) {
    if (!termNonnegative(signs, m2)) return undefined;
    const terms = ratio.atoms.map((id, i) => {
      const times = Rational.of(BigInt(ratio.exponents[i]), BigInt(whole));
      return multiply(ring, constant(ring, times), (ring.atoms[id] as Atom & { of: Form }).of);
    });
    const sign = signs.sign(add(ring, ...terms));
    if (!sign) return undefined;
    const clear = sign.side > 0 ? c1 >= -c2 : c1 <= -c2;
    const strict = !sign.weak || c1 !== -c2;
    const positive = signs.positive(fromPoly(ring, new Map([[m2, 1n]])));
    return clear ? { side: sign.side, weak: !(strict && positive) } : undefined;
  }
  const unit = [m1, m2].flatMap(({ exponents }) => exponents).reduce(gcd, whole);
  if (unit === whole || !termNonnegative(signs, m1) || !termNonnegative(signs, m2))
    return undefined;
  const power = whole / unit;
  if (power > highestPower) return undefined;
  const raised = new Map([
    [ring.monomials.scaled(m1, power), c1 ** BigInt(power)],
    [ring.monomials.scaled(m2, power), -((-c2) ** BigInt(power))],
  ]);
  return signs.sign(fromPoly(ring, raised));
}

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

function termNonnegative(signs: Signs, term: Monomial): boolean {
  return term.atoms.every((id, i) => {
    const even = term.exponents[i] % (2 * whole) === 0;
    return even || atomSign(signs, signs.ring.atoms[id])?.side === 1;
  });
}

/** Each logarithm is one more factor of a product, and its coefficient the power in which it stands there. */
const mostLogarithms = 6;
const largestCount = 12n;

/** sum c_i log(a_i) has the sign of the product of a_i^(c_i) over the positive c_i less that over the negative. */
function ofLogarithms(signs: Signs, poly: Poly): Sign | undefined {
  const { ring } = signs;
  if (poly.size < 2 || poly.size > mostLogarithms) return undefined;
  const sides: [Form[], Form[]] = [[], []];
  for (const [term, count] of poly) {
    if (term.atoms.length !== 1 || term.exponents[0] !== whole) return undefined;
    const atom = ring.atoms[term.atoms[0]];
    const size = count < 0n ? -count : count;
    if (atom.kind !== "log" || size > largestCount) return undefined;
    sides[count > 0n ? 0 : 1].push(raise(ring, atom.of, Number(size)));
  }
  const [up, down] = sides.map((forms) => multiplyAll(ring, forms));
  return signs.sign(subtractForms(ring, up, down));
}

/** A - B R with A and B not negative and R a square root has the sign of A^2 - B^2 R^2. */
function ofRoot(signs: Signs, poly: Poly): Sign | undefined {
  const { ring } = signs;
  const ids = new Set([...poly.keys()].flatMap((term) => term.atoms));
  for (const id of ids) {
    const atom = ring.atoms[id];
    const own = atom.kind === "root" && atom.degree === 2 ? whole : whole / 2;
    const [rest, held]: [Map<Monomial, bigint>, Map<Monomial, bigint>] = [new Map(), new Map()];
    let plain = true;
    for (const [term, value] of poly) {
      const exponent = term.exponents[term.atoms.indexOf(id)] ?? 0;
      if (exponent === 0) rest.set(term, value);
      else if (exponent === own)
        held.set(ring.monomials.over(term, ring.monomials.single(id, own)), value);
      else plain = false;
    }
    if (!plain || rest.size === 0 || held.size === 0) continue;
    const [a, b] = [fromPoly(ring, rest), fromPoly(ring, held)];
    const [one, two] = [signs.sign(a), signs.sign(b)];
    if (!one || !two || one.side === two.side) continue;
    const root = ring.form(atom, own);
    const squares = [raise(ring, a, 2), raise(ring, multiply(ring, b, root), 2)];
    const gap = subtractForms(ring, squares[0], squares[1]);
    const sign = signs.sign(gap);
    if (sign) return { side: (sign.side * one.side) as 1 | -1, weak: sign.weak };
  }
  return undefined;
}

/** A + B R with R a cube root of any sign has the sign of A^3 + B^3 R^3, since a cube grows with its base. */
function ofCubeRoot(signs: Signs, poly: Poly): Sign | undefined {
  const { ring } = signs;
  const ids = new Set([...poly.keys()].flatMap((term) => term.atoms));
  for (const id of ids) {
    if (ring.atoms[id].kind !== "cbrt" || poly.size > mostTerms) continue;
    const holds = ([term]: [Monomial, bigint]) => term.atoms.includes(id);
    const [held, rest] = [[...poly].filter(holds), [...poly].filter((one) => !holds(one))];
    if (rest.length === 0) continue;
    const cubes = [held, rest].map((terms) => raise(ring, fromPoly(ring, new Map(terms)), 3));
    const sum = expandNumerator(ring, add(ring, ...cubes)).poly;
    if ([...sum.keys()].some((term) => term.atoms.includes(id))) continue;
    const sign = signs.sign(add(ring, ...cubes));
    if (sign) return sign;
  }
  return undefined;
}
