import type { Ring } from "../../form/ring/ring.js";
import { type Monomial, whole } from "../../form/ring/monomial.js";
import type { Sparse } from "./linear/sparse.js";

/** Counts degrees of monomials by atoms, each in the largest unit of which all its exponents are multiples. */
export class Degrees {
  readonly units = new Map<number, number>();
  /** Whether no exponent is negative, nor a degree too high to be looked at. */
  readonly isPlain: boolean;

  constructor(
    private readonly ring: Ring,
    polys: readonly Sparse[],
  ) {
    let isPlain = true;
    for (const poly of polys) {
      for (const { atoms, exponents } of poly.keys()) {
        atoms.forEach((id, i) => {
          if (exponents[i] < 0) isPlain = false;
          this.units.set(id, commonDivisor(this.units.get(id) ?? whole, exponents[i]));
        });
      }
    }
    this.isPlain = isPlain;
  }

  of(term: Monomial): number {
    return term.atoms.reduce((sum, id, i) => sum + term.exponents[i] / this.#unit(id), 0);
  }
  most(poly: Sparse): number {
    return Math.max(0, ...[...poly.keys()].map((term) => this.of(term)));
  }
  isHomogeneous(poly: Sparse): boolean {
    return new Set([...poly.keys()].map((term) => this.of(term))).size <= 1;
  }
  /** How often the root that is an atom's unit stands in a monomial. */
  count(term: Monomial, id: number): number {
    const at = term.atoms.indexOf(id);
    return at < 0 ? 0 : term.exponents[at] / this.#unit(id);
  }

  /** All monomials of some atoms of degrees from least to most, each atom as often as `limit` says; undefined if there are too many. */
  monomials(
    atoms: readonly number[],
    least: number,
    most: number,
    limit: (id: number) => number,
    mostCount: number,
  ): Monomial[] | undefined {
    const { monomials } = this.ring;
    let found: [Monomial, number][] = [[monomials.one, 0]];
    for (const id of atoms) {
      found = found.flatMap(([term, degree]) =>
        Array.from(
          { length: Math.min(limit(id), most - degree) + 1 },
          (_, power): [Monomial, number] => [
            monomials.product(term, monomials.single(id, power * this.#unit(id))),
            degree + power,
          ],
        ),
      );
      if (found.length > 12 * mostCount) return undefined;
    }
    const kept = found.filter(([, degree]) => degree >= least).map(([term]) => term);
    return kept.length > mostCount ? undefined : kept;
  }

  #unit(id: number): number {
    return this.units.get(id) ?? whole;
  }
}

function commonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y) [x, y] = [y, x % y];
  return x;
}
