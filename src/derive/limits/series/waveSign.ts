import type { Form } from "../../form/ring/form.js";
import { type Monomial, whole } from "../../form/ring/monomial.js";
import type { Poly } from "../../form/ring/polynomial.js";
import type { Ring } from "../../form/ring/ring.js";

type Range = readonly [low: number, high: number];

/** The sign of a form in values between bounds and numbers alone, where it stays away from 0; undefined for any other. */
export function waveSign(
  ring: Ring,
  form: Form,
  ranges: ReadonlyMap<string, Range>,
): 1 | -1 | undefined {
  if (form.mono.atoms.length > 0) return undefined;
  let side: number = form.scale.sign;
  for (const { poly, exponent } of form.factors) {
    const range = ofPoly(ring, poly, ranges);
    if (!range || (range[0] <= 0 && range[1] >= 0)) return undefined;
    if (range[0] < 0 && exponent % 2) side = -side;
  }
  return side as 1 | -1;
}

/** Whole numbers below 2^50 are added up without loss. */
const largest = 2n ** 50n;

function ofPoly(ring: Ring, poly: Poly, ranges: ReadonlyMap<string, Range>): Range | undefined {
  let [low, high] = [0, 0];
  for (const [term, value] of poly) {
    const range = ofTerm(ring, term, ranges);
    if (!range || value > largest || value < -largest) return undefined;
    const ends = range.map((end) => end * Number(value));
    low += Math.min(...ends);
    high += Math.max(...ends);
  }
  return [low, high];
}

/** Each value lies between -1 and 1, or between 0 and 1, and so does a product of some. */
function ofTerm(ring: Ring, term: Monomial, ranges: ReadonlyMap<string, Range>): Range | undefined {
  let low = 0;
  if (term.atoms.length === 0) return [1, 1];
  for (const [i, id] of term.atoms.entries()) {
    const atom = ring.atoms[id];
    const range = atom.kind === "symbol" ? ranges.get(atom.name) : undefined;
    const power = term.exponents[i];
    if (!range || power < 0 || power % whole !== 0) return undefined;
    if (range[0] < 0 && (power / whole) % 2 !== 0) low = -1;
  }
  return [low, 1];
}
