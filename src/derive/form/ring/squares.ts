import { squareRoot } from "../../evaluate/integerRoots.js";
import { type Monomial, whole } from "./monomial.js";
import { accumulate, addPolys, leading, type Poly } from "./polynomial.js";
import type { Ring } from "./ring.js";

/** The root is found term by term with a division for each: a longer polynomial is rarely a square, and dear to ask. */
const mostSize = 120;

/** The polynomial whose square a polynomial is, with a positive leading coefficient; undefined if it is none. */
export function polynomialRoot(ring: Ring, poly: Poly): Poly | undefined {
  if (poly.size < 3 || poly.size > mostSize) return undefined;
  const { monomials } = ring;
  const lead = leading(poly);
  const first = halved(ring, lead);
  const top = poly.get(lead)!;
  if (!first || top < 0n) return undefined;
  const head = squareRoot(top);
  if (head * head !== top) return undefined;
  const root = new Map<Monomial, bigint>([[first, head]]);
  let rest: Poly = addPolys(poly, new Map([[lead, top]]), -1n);
  while (rest.size > 0) {
    if (root.size * root.size > 4 * poly.size * poly.size) return undefined;
    const next = leading(rest);
    const term = monomials.over(next, first);
    const value = rest.get(next)!;
    if (value % (2n * head) !== 0n || term.exponents.some((own) => own < 0 || own % whole !== 0)) {
      return undefined;
    }
    const factor = value / (2n * head);
    const change = new Map<Monomial, bigint>();
    for (const [own, coefficient] of root) {
      accumulate(change, monomials.product(own, term), 2n * factor * coefficient);
    }
    accumulate(change, monomials.product(term, term), factor * factor);
    if (root.has(term)) return undefined;
    root.set(term, factor);
    rest = addPolys(rest, change, -1n);
    if (rest.size > 2 * mostSize) return undefined;
  }
  return root;
}

/** The monomial whose square a monomial is, in whole powers of its atoms. */
function halved(ring: Ring, term: Monomial): Monomial | undefined {
  if (term.exponents.some((exponent) => exponent % (2 * whole) !== 0)) return undefined;
  return ring.monomials.of(
    [...term.atoms],
    term.exponents.map((exponent) => exponent / 2),
  );
}
