import { GaveUp } from "../../tree/errors.js";

/** Exponents are counted in this fraction of one, so that roots up to the 16th have whole counts. */
export const whole = 720720;

/** The most units that an exponent may have: so many a double counts without loss, also after a division by `whole`. */
const mostUnits = 2 ** 50;

/** An exponent in these units. @throws GaveUp for one that is too large to be counted */
export function held(units: number): number {
  if (Math.abs(units) > mostUnits) throw new GaveUp("a power of more than 10^9");
  return units;
}

/** A product of atoms with exponents, one object for one product: equal monomials are identical. */
export interface Monomial {
  readonly id: number;
  /** Numbers of the atoms, ascending. */
  readonly atoms: readonly number[];
  /** Exponents in units of 1/`whole`, none 0. */
  readonly exponents: readonly number[];
  /** Products with other monomials that were already formed. */
  readonly products: Map<number, Monomial>;
  /** Whether an exponent is outside the range that the atom's own relation, such as sqrt(2)^2 = 2, leaves. */
  readonly reducible: boolean;
}

/** The monomials of one decision. */
export class Monomials {
  readonly #table = new Map<string, Monomial>();
  readonly one: Monomial;

  /** `made` is told of every new product, which is what memory goes to, and `asked` of one that may be known. */
  constructor(
    private readonly reducible: (atom: number, exponent: number) => boolean,
    private readonly made: () => void,
    private readonly asked: () => void,
  ) {
    this.one = this.of([], []);
  }

  of(atoms: number[], exponents: number[]): Monomial {
    this.asked();
    const key = `${atoms}:${exponents}`;
    let found = this.#table.get(key);
    if (!found) {
      exponents.forEach(held);
      const reducible = atoms.some((atom, i) => this.reducible(atom, exponents[i]));
      found = { id: this.#table.size, atoms, exponents, products: new Map(), reducible };
      this.#table.set(key, found);
      this.made();
    }
    return found;
  }

  product(left: Monomial, right: Monomial): Monomial {
    if (left === this.one) return right;
    if (right === this.one) return left;
    const known = left.products.get(right.id);
    if (known) return known;
    const product = this.combine(left, right, (a, b) => a + b);
    left.products.set(right.id, product);
    return product;
  }

  /** The monomial whose exponents are `join` of those of two others, 0 where an atom is absent. */
  combine(left: Monomial, right: Monomial, join: (a: number, b: number) => number): Monomial {
    const [atoms, exponents]: [number[], number[]] = [[], []];
    const put = (atom: number, exponent: number) => {
      if (exponent === 0) return;
      atoms.push(atom);
      exponents.push(exponent);
    };
    let [i, j] = [0, 0];
    while (i < left.atoms.length || j < right.atoms.length) {
      const [a, b] = [left.atoms[i] ?? Infinity, right.atoms[j] ?? Infinity];
      if (a === b) put(a, join(left.exponents[i++], right.exponents[j++]));
      else if (a < b) put(a, join(left.exponents[i++], 0));
      else put(b, join(0, right.exponents[j++]));
    }
    return this.of(atoms, exponents);
  }

  over(left: Monomial, right: Monomial): Monomial {
    return right === this.one ? left : this.combine(left, right, (a, b) => a - b);
  }

  /** The exponents times a number that leaves them whole counts. */
  scaled(of: Monomial, factor: number): Monomial {
    if (factor === 0) return this.one;
    return this.of(
      [...of.atoms],
      of.exponents.map((exponent) => exponent * factor),
    );
  }

  single(atom: number, exponent = whole): Monomial {
    return exponent === 0 ? this.one : this.of([atom], [exponent]);
  }
}

/** Lexicographic order: positive if `left` is the larger. It is compatible with products. */
export function compareMonomials(left: Monomial, right: Monomial): number {
  for (let i = 0; ; i++) {
    const [a, b] = [left.atoms[i], right.atoms[i]];
    if (a === undefined && b === undefined) return 0;
    if (b === undefined || (a !== undefined && a < b)) return left.exponents[i];
    if (a === undefined || b < a) return -right.exponents[i];
    const difference = left.exponents[i] - right.exponents[i];
    if (difference !== 0) return difference;
  }
}
